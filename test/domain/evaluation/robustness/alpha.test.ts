import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundedSigned } from '../../../../domain/evaluation/exact.ts'
import { alpha } from '../../../../domain/evaluation/robustness/alpha.ts'

/** The units of a table whose rows are the observers; a dot is no answer. */
function units(...observers: string[]): number[][] {
  const rows = observers.map((row) => row.split(' '))
  return (rows[0] ?? []).map((_, unit) => rows.flatMap((row) => (row[unit] === '.' ? [] : Number(row[unit]))))
}

/** K. Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011), sections C and D. */
const fourObservers = units(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

/** The computational example of the Wikipedia article “Krippendorff's alpha”. */
const threeCoders = units(
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
)

describe("Krippendorff's alpha equals published worked examples", () => {
  test.each([
    ['ordinal, four observers', fourObservers, 'ordinal', '0.815', '108577/133160'],
    ['interval, four observers', fourObservers, 'interval', '0.849', '951/1120'],
    ['interval, three coders', threeCoders, 'interval', '0.811', '643/793'],
  ] as const)('%s', (_, table, metric, published, exactly) => {
    const value = alpha(table, metric)?.toFraction() ?? ''
    expect(roundedSigned(value, 3)).toBe(published)
    expect(value).toBe(exactly)
  })
})

test('is 1 where all agree, below 0 where they agree less than by chance, and nothing where nothing varies', () => {
  expect(alpha(units('1 2 3', '1 2 3'), 'interval')?.toFraction()).toBe('1')
  expect(alpha(units('1 5 1 5', '5 1 5 1'), 'ordinal')?.toFraction()).toBe('-3/4')
  expect(alpha(units('4 4 4', '4 4 4'), 'ordinal')).toBeUndefined()
  expect(alpha(units('4 . 1', '. 2 .'), 'interval')).toBeUndefined()
})

test('equals 1 − the observed disagreement over the expected, pair by pair, in any order of the members', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 6 }), {
        minLength: 2,
        maxLength: 8,
      }),
      (table) => {
        const value = alpha(table, 'interval')
        // Straight from the definition, with numbers, over every ordered pair of values.
        const all = table.flat()
        const squares = (list: number[]) => list.flatMap((one) => list.map((other) => (one - other) ** 2))
        const total = (list: number[]) => list.reduce((sum, one) => sum + one, 0)
        const observed = total(table.map((unit) => total(squares(unit)) / (unit.length - 1))) / all.length
        const expected = total(squares(all)) / (all.length * (all.length - 1))
        if (expected === 0) expect(value).toBeUndefined()
        else expect(value?.valueOf()).toBeCloseTo(1 - observed / expected, 9)
        expect(alpha(table.map((unit) => unit.toReversed()).toReversed(), 'ordinal')?.toFraction()).toBe(
          alpha(table, 'ordinal')?.toFraction(),
        )
      },
    ),
    process.env['LONG'] ? { numRuns: 5_000 } : { seed: 20261124, numRuns: 200 },
  )
})
