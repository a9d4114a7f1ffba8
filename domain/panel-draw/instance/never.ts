import type { Instance } from './instance.ts'
import { changesInWords, smallestRelaxations } from './relaxations.ts'
import { attributeOf, type Selection } from './selection.ts'

/** Somebody who can be on no feasible panel, by their row of the pool, and why. */
export interface Never {
  row: number
  why: string
}

/** @param kinds those of which no feasible panel has a member */
export function whyNever(instance: Instance, selection: Selection, kinds: readonly number[]): Never[] {
  const { people, taken } = selection
  const rowsOf = (persons: readonly number[]) => [...new Set(persons.map((person) => people[person] ?? 0))]
  const seated = rowsOf(taken).map((row) => {
    const name = instance.atMostOnePer ?? ''
    return { row, why: `${name} “${attributeOf(instance.pool[row] ?? {}, name)}” has a member who sits already` }
  })
  const barred = kinds.flatMap((kind) => {
    const [least] = smallestRelaxations(selection, 1, kind)
    const why = least
      ? `no panel with them fulfils everything; it would take ${changesInWords(least.changes, selection)}`
      : 'there is no seat for them'
    return rowsOf(selection.kinds[kind]?.people ?? []).map((row) => ({ row, why }))
  })
  return [...seated, ...barred].sort((one, other) => one.row - other.row)
}
