import type { Instance } from './instance.ts'
import { changesInWords, smallestRelaxations } from './relaxations.ts'
import { selectionOf } from './selection.ts'

/** An alternative as people choose it: what would change, and a panel that it would allow. */
export interface NamedRelaxation {
  /** `at least 3 → 2 with role “gp”`, several joined by `and`. */
  changes: string
  /** By how many people the limits change, in sum. */
  steps: number
  /** A panel that it would allow, by rows of the pool (without those who sit already), rising. */
  panel: number[]
}

/** The smallest relaxations of an instance that allows no panel, ranked. */
export function relaxationsOf(instance: Instance): NamedRelaxation[] {
  const selection = selectionOf(instance)
  return smallestRelaxations(selection).map(({ changes, steps, panel }) => ({
    changes: changesInWords(changes, selection),
    steps,
    panel: panel
      .flatMap((count, kind) => selection.kinds[kind]?.people.slice(0, count) ?? [])
      .map((person) => selection.people[person] ?? 0)
      .sort((one, other) => one - other),
  }))
}
