import Fraction from 'fraction.js'
import * as z from '../../zod.ts'
import type { Selection } from '../instance/selection.ts'
import type { ProvenLevel } from '../proof/level.ts'

const weight = z
  .int()
  .min(1)
  .max(2 ** 24)

/** A level of the proof as a certificate has it: weights by name and by row instead of by number. */
export const publishedLevelSchema = z.strictObject({
  /** The chance that this level gives each person (or each value of `fairBetween`), as a fraction. */
  value: z.string().regex(/^\d{1,2000}(\/[1-9]\d{0,1999})?$/),
  /** No feasible panel weighs more than this. */
  heaviest: z
    .int()
    .min(0)
    .max(2 ** 40),
  /** What values of `fairBetween` weigh, once if anybody of them sits. */
  parties: z.array(z.tuple([z.string(), weight])),
  /** What each person of a kind weighs; the kind is named by the first row of the pool that is of it. */
  people: z.array(z.tuple([z.int().min(0), weight])),
})
type PublishedLevel = z.infer<typeof publishedLevelSchema>

const firstRow = ({ kinds, people }: Selection, kind: number): number =>
  Math.min(...(kinds[kind]?.people ?? []).map((person) => people[person] ?? 0))

export function published({ weights, heaviest, value }: ProvenLevel, selection: Selection): PublishedLevel {
  const groups = selection.parties.length
  return {
    value: value.toFraction(),
    heaviest,
    parties: weights.flatMap(([party, weighs]): [string, number][] =>
      party < groups ? [[selection.parties[party] ?? '', weighs]] : [],
    ),
    people: weights.flatMap(([party, weighs]): [number, number][] =>
      party < groups ? [] : [[firstRow(selection, party - groups), weighs]],
    ),
  }
}

/** @returns undefined where it names what does not exist, or names it twice */
export function readLevel(
  { value, heaviest, parties, people }: PublishedLevel,
  selection: Selection,
): ProvenLevel | undefined {
  const rows = new Map(selection.kinds.map((_, kind) => [firstRow(selection, kind), kind]))
  const groups = selection.parties.length
  const weights = [
    ...parties.map(([name, weighs]): [number, number] => [selection.parties.indexOf(name), weighs]),
    ...people.map(([row, weighs]): [number, number] => [groups + (rows.get(row) ?? Number.NaN), weighs]),
  ]
  const known = weights.every(([party]) => party >= 0)
  if (!known || new Set(weights.map(([party]) => party)).size < weights.length) return undefined
  return { weights, heaviest, value: new Fraction(value) }
}
