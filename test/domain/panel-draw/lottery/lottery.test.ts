import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fairLottery } from '../../../../domain/panel-draw/fair-lottery.ts'
import type { Instance } from '../../../../domain/panel-draw/instance/instance.ts'
import { highsSolver } from '../../../../functions/runtime/highs-solver.ts'
import { everyPanel } from '../leximin/oracle.ts'
import { instances } from '../leximin/random-instances.ts'
import { volunteers } from './volunteers.ts'

const solver = await highsSolver()
const long = process.env['LONG'] === '1'

/** How many panels of 1,000 somebody is on more or fewer than their exact chance says, at worst. */
function worst({ chances, panels }: { chances: { valueOf(): number }[]; panels: number[][] }): number {
  const sat = chances.map(() => 0)
  for (const panel of panels) for (const person of panel) sat[person] = (sat[person] ?? 0) + 1
  return Math.max(...sat.map((times, person) => Math.abs(times - panels.length * (chances[person]?.valueOf() ?? 0))))
}

describe('the lottery of 1,000 numbered panels (requirements §5)', () => {
  test('every panel is feasible, and everybody sits within 1.5 of 1,000 of their exact chance', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const lottery = fairLottery(instance, solver, 1_000)
        const feasible = new Set(everyPanel(instance).map((panel) => panel.join(' ')))
        expect(lottery === undefined).toBe(feasible.size === 0)
        if (!lottery) return
        const { panels, nominees } = lottery
        expect(panels).toHaveLength(1_000)
        const rows = panels.map((panel) => panel.map((nominee) => nominees[nominee] ?? -1))
        expect(rows.filter((panel) => !feasible.has(panel.join(' ')))).toEqual([])
        expect(worst(lottery)).toBeLessThanOrEqual(1.5)
      }),
      { seed: long ? Date.now() : 31, numRuns: long ? 2_000 : 100 },
    )
  })

  test.each([
    ['60 nominees, panel of 7, between 19 practices', 60, 7, [2, 3, 2, 3, 2], 19],
    ['120 nominees, panel of 9, between 40 practices', 120, 9, [2, 3, 2, 3, 2], 40],
    ['150 people, panel of 22, six categories', 150, 22, [2, 4, 3, 4, 2, 3], 0],
  ] as const)('also with %s and quotas close to a population', (_, people, size, categories, practices) => {
    for (const seed of long ? [1, 2, 3, 4, 5, 6, 7, 8, Date.now() % 1_000] : [1, 2]) {
      const lottery = fairLottery(volunteers(seed, { people, size, categories, practices }), solver, 1_000)
      if (!lottery) throw new Error('The sample has no feasible panel.')
      expect(worst(lottery)).toBeLessThanOrEqual(1.5)
    }
  })

  test('is the same every time; and before it is mixed, whatever the order of the pool', () => {
    const instance: Instance = volunteers(7, { people: 40, size: 6, categories: [2, 3, 2], practices: 15 })
    const names = (one: Instance) => {
      const lottery = fairLottery(one, solver, 100)
      return lottery?.unmixed
        .map((panel) => panel.map((nominee) => JSON.stringify(one.pool[lottery.nominees[nominee] ?? -1])).sort())
        .sort()
    }
    expect(names({ ...instance, pool: [...instance.pool].reverse() })).toEqual(names(instance))
    expect(fairLottery(instance, solver, 100)?.panels).toEqual(fairLottery(instance, solver, 100)?.panels)
  })
})
