import type Fraction from 'fraction.js'
import type { Leximin } from '../leximin/leximin.ts'
import { apportion } from './apportion.ts'
import { Places } from './places.ts'
import { renew } from './renew.ts'
import { seatPeople } from './seat.ts'
import { Tally } from './tally.ts'

/** How many panels of the list more or fewer than their exact chance says anybody may be on, where that is possible. */
export const MOST_OFF = 1.5

/**
 * A list of equally likely panels, numbered by their place in it, in which everybody sits as often as their chance says, as
 * nearly as whole panels allow (Flanigan, Kehne, Procaccia, NeurIPS 2021).
 *
 * @param chances of each party of the leximin, per person
 * @returns panels of people (indices of `Selection.people`), in order
 */
export function uniformLottery(leximin: Leximin, chances: readonly Fraction[], count: number): number[][] {
  const { selection, program, rounds, swaps } = leximin
  const { kinds, parties } = selection
  const each = chances.map((chance) => chance.mul(count).valueOf())
  const seats = rounds.parties.map(({ people }, party) => people * (each[party] ?? 0))
  const tally = new Tally(selection, [...seats.slice(parties.length), ...seats.slice(0, parties.length)])
  for (const panel of apportion(leximin, count, seats)) tally.add(panel)
  const places = new Places(tally, kinds.length, swaps)
  const isOff = (kind: number) => {
    const ideal = each[parties.length + kind] ?? 0
    const had = ideal + tally.excessOf(kind) / (kinds[kind]?.people.length ?? 1)
    return Math.max(Math.ceil(had - 1e-9) - ideal, ideal - Math.floor(had + 1e-9)) > MOST_OFF
  }
  do {
    while (places.improve()) selection.everyStep?.()
  } while (kinds.some((_, kind) => isOff(kind) && renew(tally, kind, program, kinds.length)))
  return seatPeople(selection, tally.panels)
}
