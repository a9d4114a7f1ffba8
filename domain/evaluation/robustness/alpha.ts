import Fraction from 'fraction.js'
import { sum } from '../exact.ts'

/** How far apart two scores are: by their places in the order of all that were given, or by their numbers. */
export type Metric = 'ordinal' | 'interval'

/**
 * Krippendorff's alpha, exactly: how far the members agree beyond chance; 1 is complete agreement, 0 is chance, and less
 * is worse than chance (K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*, 2011, sections C and D).
 * @param units of each thing that was scored, the scores it was given; one with fewer than two says nothing
 * @returns undefined where nothing varies: then agreement cannot be told from there having been no choice
 */
export function alpha(units: readonly (readonly number[])[], metric: Metric): Fraction | undefined {
  const pairable = units.filter((scores) => scores.length >= 2)
  const values = [...new Set(pairable.flat())].sort((one, other) => one - other)
  const counts = values.map((value) => pairable.flat().filter((score) => score === value).length)
  const total = counts.reduce((all, count) => all + count, 0)
  const difference = metric === 'interval' ? intervalDifference(values) : ordinalDifference(counts)
  const expected = pairs(values.length, (one, other) =>
    difference(one, other).mul((counts[one] ?? 0) * (counts[other] ?? 0)),
  )
  if (expected.equals(0)) return undefined
  const observed = sum(
    pairable.map((scores) => {
      const here = values.map((value) => scores.filter((score) => score === value).length)
      const apart = pairs(values.length, (one, other) =>
        difference(one, other).mul((here[one] ?? 0) * (here[other] ?? 0)),
      )
      return apart.div(scores.length - 1)
    }),
  )
  return new Fraction(1).sub(observed.mul(total - 1).div(expected))
}

type Difference = (one: number, other: number) => Fraction

const intervalDifference =
  (values: number[]): Difference =>
  (one, other) =>
    new Fraction((values[one] ?? 0) - (values[other] ?? 0)).pow(2) as Fraction

/** (Σ of the counts from one value to the other − half of those at both ends)². */
const ordinalDifference =
  (counts: number[]): Difference =>
  (one, other) => {
    const span = counts.slice(Math.min(one, other), Math.max(one, other) + 1).reduce((all, count) => all + count, 0)
    return new Fraction(2 * span - (counts[one] ?? 0) - (counts[other] ?? 0), 2).pow(2) as Fraction
  }

/** The sum over each two of so many values, each pair once. */
const pairs = (many: number, of: Difference): Fraction =>
  sum(
    Array.from({ length: many }, (_, one) =>
      sum(Array.from({ length: many - one - 1 }, (__, further) => of(one, one + 1 + further))),
    ),
  )
