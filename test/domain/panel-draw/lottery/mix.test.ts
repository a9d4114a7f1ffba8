import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fairLottery, mixedPanels } from '../../../../domain/panel-draw/fair-lottery.ts'
import { type Instance, instanceSchema } from '../../../../domain/panel-draw/instance/instance.ts'
import { selectionOf } from '../../../../domain/panel-draw/instance/selection.ts'
import { mixed } from '../../../../domain/panel-draw/lottery/mix.ts'
import { digest } from '../../../../domain/record/chain.ts'
import { highsSolver } from '../../../../functions/runtime/highs-solver.ts'
import { instances } from '../leximin/random-instances.ts'

const solver = await highsSolver()
const long = process.env['LONG'] === '1'

/** One nominee of each practice, all alike in every limit. */
const alike = (nominees: number, panelSize: number): Instance =>
  instanceSchema.parse({
    ...{ panelSize, atMostOnePer: 'practice', fairBetween: 'practice' },
    pool: Array.from({ length: nominees }, (_, at) => ({ practice: `practice ${String(at).padStart(2, '0')}` })),
  })

/** On how many panels each pair sits together. */
function together(panels: number[][], nominees: number): number[] {
  const pairs = Array.from({ length: nominees }, (_, one) => Array.from({ length: one }, (_, other) => [one, other]))
  return pairs.flat().map((pair) => panels.filter((panel) => pair.every((one) => panel.includes(one))).length)
}

const differing = (panels: number[][]) => new Set(panels.map((panel) => panel.join(' '))).size

describe('who sits together is up to chance, too (requirements §5)', () => {
  test('chances that two panels can give are given by hundreds, and no two always or never sit together', () => {
    const lottery = fairLottery(alike(14, 7), solver, 1_000)
    if (!lottery) throw new Error('It is possible.')
    expect(differing(lottery.unmixed)).toBeLessThan(50)
    expect(differing(lottery.panels)).toBeGreaterThan(700)
    // Two of 14 for 7 seats sit together with 7·6 ⁄ (14·13), 231 of 1,000; 13 is a standard deviation.
    for (const times of together(lottery.panels, 14)) expect(Math.abs(times - 231)).toBeLessThan(65)
  })

  test('a list that was made for some does not help them: after it is mixed they have no more majorities than others', () => {
    const instance = alike(14, 7)
    const some = [0, 1, 2, 3, 4, 5, 6]
    const others = some.map((one) => one + 7)
    // Four of the seven on 875 panels, none on the others: everybody has their chance, and the seven nearly always a majority.
    const turned = (list: number[], from: number, count: number) =>
      Array.from({ length: count }, (_, at) => list[(from * count + at) % list.length] ?? 0)
    const made = Array.from({ length: 1_000 }, (_, at) =>
      (at < 875 ? [...turned(some, at, 4), ...turned(others, at, 3)] : turned(others, at, 7)).sort((a, b) => a - b),
    )
    const majorities = (panels: number[][]) =>
      panels.filter((panel) => panel.filter((one) => one < 7).length >= 4).length
    expect(majorities(made)).toBe(875)
    // Half of all panels: also for whoever tries many lists, and takes the best (467 to 524 of 1,000 in 500 tries).
    const tried = Array.from({ length: long ? 500 : 10 }, (_, at) =>
      majorities(mixed(made, selectionOf(instance), [...made.keys()].slice(0, 14), digest(at))),
    )
    for (const times of tried) expect(Math.abs(times - 500)).toBeLessThan(50)
  })

  test('everybody, and anybody of a practice, is on as many panels as before', () => {
    fc.assert(
      fc.property(instances, fc.boolean(), (drawn, several) => {
        const instance = { ...drawn, ...(several && { atMostOnePer: undefined }) }
        const lottery = fairLottery(instance, solver, 100)
        if (!lottery) return
        const { nominees, unmixed, panels } = lottery
        const partyOf = (one: number) => instance.pool[nominees[one] ?? 0]?.[instance.fairBetween ?? '']
        const count = (list: number[][]) => {
          const sat = new Map<unknown, number>()
          for (const panel of list)
            for (const one of [...panel, ...new Set(panel.map((member) => `of ${partyOf(member)}`))])
              sat.set(one, (sat.get(one) ?? 0) + 1)
          return [...sat].map(([one, times]) => `${one}: ${times}`).sort()
        }
        expect(count(panels)).toEqual(count(unmixed))
        expect(mixedPanels(instance, lottery.selection, unmixed)).toEqual(panels)
      }),
      { seed: long ? Date.now() : 7, numRuns: long ? 1_000 : 25 },
    )
  })

  test('every list with the same chances is as likely: chi-square, 0.1 %', () => {
    // Four people, two of them to a panel, twice each; the first two never together.
    const instance = instanceSchema.parse({ panelSize: 2, pool: [{}, {}, {}, {}], apart: [[0, 1]] })
    const selection = selectionOf(instance)
    const kindOf = selection.people.map((person) => selection.kinds.findIndex(({ people }) => people.includes(person)))
    const possible = [
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]
    const lists = possible.flatMap((one) =>
      possible.flatMap((two) => possible.flatMap((three) => possible.map((four) => [one, two, three, four]))),
    )
    const twice = lists.filter((list) => [0, 1, 2, 3].every((one) => list.flat().filter((x) => x === one).length === 2))
    const name = (list: number[][]) =>
      list
        .map((panel) => panel.join())
        .sort()
        .join(' ')
    const expected = Map.groupBy(twice, name)
    expect(expected.size).toBe(3)
    const draws = long ? 100_000 : 4_000
    const drawn = Map.groupBy(
      Array.from({ length: draws }, (_, at) => {
        const start = [
          [0, 2],
          [0, 2],
          [1, 3],
          [1, 3],
        ]
        return name(mixed(start, selection, kindOf, digest(`mix ${at}`)))
      }),
      (list) => list,
    )
    expect([...drawn.keys()].sort()).toEqual([...expected.keys()].sort())
    const squares = [...expected].map(([list, ways]) => {
      const ideal = (draws * ways.length) / twice.length
      return ((drawn.get(list)?.length ?? 0) - ideal) ** 2 / ideal
    })
    expect(squares.reduce((sum, square) => sum + square, 0)).toBeLessThan(13.82) // 2 degrees of freedom
  })
})
