import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { chances } from '../../../domain/panel-draw/chances.ts'
import { numberPanels } from '../../../domain/panel-draw/numbering.ts'
import { inOrder, type PoolEntry, type Problem } from '../../../domain/panel-draw/pool.ts'
import { type Change, changesInWords, smallestChanges } from '../../../domain/panel-draw/shortfall.ts'
import { everyPanel, problems } from './oracle.ts'

const runs = { seed: 2_026, numRuns: 150 }

describe('numbering every panel (requirements §5)', () => {
  test('numbers each panel that fulfils the constraints once, and no other', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { panels, at } = numberPanels(problem)
        const numbered = Array.from({ length: Number(panels) }, (_, index) => at(BigInt(index)).sort().join(' '))
        expect(new Set(numbered).size).toBe(numbered.length)
        expect(numbered.sort()).toEqual(
          everyPanel(problem)
            .map((panel) => panel.join(' '))
            .sort(),
        )
      }),
      runs,
    )
  })

  test('does not depend on the order in which the pool is given', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const one = numberPanels(problem)
        const other = numberPanels({ ...problem, pool: [...problem.pool].reverse() })
        expect(other.panels).toBe(one.panels)
        if (one.panels > 0n) expect(other.at(one.panels - 1n)).toEqual(one.at(one.panels - 1n))
      }),
      runs,
    )
  })

  test('refuses a number that no panel has', () => {
    const problem: Problem = { constraints: ofSize(2), sitting: [], pool: pool(3) }
    const { panels, at } = numberPanels(problem)
    expect(panels).toBe(3n)
    expect(() => at(3n)).toThrow(RangeError)
    expect(() => at(-1n)).toThrow(RangeError)
  })

  test('counts far beyond what can be listed: 30 of 300 is 300 choose 30', () => {
    const choose = (n: bigint, k: bigint): bigint => (k === 0n ? 1n : (choose(n - 1n, k - 1n) * n) / k)
    const { panels, at } = numberPanels({ constraints: ofSize(30), sitting: [], pool: pool(300) })
    expect(panels).toBe(choose(300n, 30n))
    expect(at(panels / 3n)).toHaveLength(30)
  })
})

describe('each nominee sees their own chance (requirements §5)', () => {
  test('it is the panels that contain them, of all panels, exactly', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const panels = everyPanel(problem)
        for (const [id, chance] of chances(problem)) {
          const containing = panels.filter((panel) => panel.includes(id)).length
          expect(chance.equals(panels.length === 0 ? 0 : new Fraction(containing, panels.length))).toBe(true)
        }
      }),
      runs,
    )
  })
})

describe('where no panel is possible (requirements §5)', () => {
  const relaxed = (problem: Problem, changes: Change[]): Problem => ({
    ...problem,
    constraints: {
      ...problem.constraints,
      ...Object.fromEntries(changes.map(({ constraint, to }) => [constraint, to])),
    },
  })

  test('every alternative makes one possible, and nothing smaller does', () => {
    const impossible = problems.filter((problem) => everyPanel(problem).length === 0)
    fc.assert(
      fc.property(impossible, (problem) => {
        const alternatives = smallestChanges(problem)
        for (const changes of alternatives) expect(everyPanel(relaxed(problem, changes))).not.toEqual([])
        const size = alternatives[0]?.reduce((sum, { from, to }) => sum + Math.abs(from - to), 0) ?? 1
        for (const changes of everyChangeOf(problem, size - 1))
          expect(everyPanel(relaxed(problem, changes))).toEqual([])
      }),
      { seed: 11, numRuns: 40 },
    )
  })

  test('names them in words', () => {
    const problem: Problem = { constraints: { ...ofSize(3), fewestGps: 2 }, sitting: [], pool: pool(4, 'nurse') }
    expect(smallestChanges(problem).map(changesInWords)).toEqual(['the fewest GPs from 2 to 0'])
    expect(smallestChanges({ ...problem, constraints: ofSize(3) })).toEqual([])
  })
})

function ofSize(size: number) {
  return { size, fewestGps: 0, fewestPracticeManagers: 0, fewestExperienced: 0, mostExperienced: 30 }
}

function pool(count: number, profession: PoolEntry['profession'] = 'gp'): PoolEntry[] {
  return inOrder(
    Array.from({ length: count }, (_, n) => ({ id: `n${n}`, practice: `p${n}`, profession, experienced: false })),
  )
}

/** Every way to weaken the constraints by exactly `size` steps. */
function everyChangeOf({ constraints }: Problem, size: number): Change[][] {
  const steps = (['size', 'fewestGps', 'fewestPracticeManagers', 'fewestExperienced', 'mostExperienced'] as const).map(
    (constraint) => ({ constraint, from: constraints[constraint], step: constraint === 'mostExperienced' ? 1 : -1 }),
  )
  const spread = (at: number, left: number): Change[][] => {
    const here = steps[at]
    if (!here) return left === 0 ? [[]] : []
    const { constraint, from, step } = here
    return Array.from({ length: left + 1 }, (_, by) => by)
      .filter((by) => from + step * by >= (constraint === 'size' ? 1 : 0))
      .flatMap((by) => spread(at + 1, left - by).map((rest) => [{ constraint, from, to: from + step * by }, ...rest]))
  }
  return size < 0 ? [] : spread(0, size)
}
