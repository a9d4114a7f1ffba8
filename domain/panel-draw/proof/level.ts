import Fraction from 'fraction.js'
import { heaviest } from '../exact/heaviest.ts'
import type { Program } from '../instance/program.ts'
import type { FractionalLevel } from '../leximin/fractional.ts'
import type { Panels } from '../leximin/panels.ts'
import type { Rounds } from '../leximin/party.ts'
import { inWholeNumbers } from '../leximin/proportions.ts'
import { Unsolved } from '../unsolved.ts'

/**
 * Why nobody does better at a level: with these whole-number weights of the parties no feasible panel weighs more than
 * `heaviest`, so no lottery over panels does on average. The parties of earlier levels have at least what they were given
 * there; what remains of the weight is `value` for each person of those who come in at this level.
 */
export interface ProvenLevel {
  /** The parties that weigh something, by number, rising. */
  weights: [party: number, weight: number][]
  heaviest: number
  value: Fraction
}

/** The values that levels prove, and each party's: that of the first level in which it weighs something. */
export function valuesOf(
  levels: readonly Omit<ProvenLevel, 'value'>[],
  { parties }: Rounds,
): { levels: (Fraction | undefined)[]; parties: (Fraction | undefined)[] } {
  const given = parties.map((): Fraction | undefined => undefined)
  const values = levels.map(({ weights, heaviest: most }) => {
    let left = new Fraction(most)
    let sharing = 0n
    for (const [party, weight] of weights) {
      const seats = BigInt(weight) * BigInt(parties[party]?.people ?? 0)
      const before = given[party]
      if (before) left = left.sub(before.mul(seats))
      else sharing += seats
    }
    if (sharing === 0n) return undefined
    const value = left.div(sharing)
    for (const [party] of weights) given[party] ??= value
    return value
  })
  return { levels: values, parties: given }
}

/**
 * @param panels that were found, among them those that weigh most
 * @throws Unsolved
 */
export function proveLevels(
  levels: readonly FractionalLevel[],
  possible: readonly boolean[],
  program: Program,
  rounds: Rounds,
  panels: Panels,
): ProvenLevel[] {
  const never = rounds.parties.flatMap((_, party): [number, number][] => (possible[party] ? [] : [[party, 1]]))
  const proven = levels.map(({ weights }) => {
    const whole = inWholeNumbers(weights, program.finest)
    const known = panels.heaviest(whole)
    return {
      weights: whole.flatMap((weight, party): [number, number][] => (weight > 0 ? [[party, weight]] : [])),
      heaviest: heaviest(program, rounds.objective(program, whole), known)?.weight ?? known,
    }
  })
  const all = never.length > 0 ? [{ weights: never, heaviest: 0 }, ...proven] : proven
  const values = valuesOf(all, rounds).levels
  return all.map((level, index) => {
    const value = values[index]
    const sought = never.length > 0 ? (index === 0 ? 0 : levels[index - 1]?.value) : levels[index]?.value
    if (!value || Math.abs(value.valueOf() - (sought ?? Number.NaN)) > 1e-6)
      throw new Unsolved(`Level ${index} of its fairness could not be proven.`)
    return { ...level, value }
  })
}
