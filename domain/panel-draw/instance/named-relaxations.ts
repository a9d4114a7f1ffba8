import type { RelaxedLimit } from '../limits.ts'
import type { EveryStep } from '../unsolved.ts'
import type { Instance } from './instance.ts'
import { type Change, changesInWords, smallestRelaxations } from './relaxations.ts'
import { type Selection, selectionOf } from './selection.ts'

/** An alternative as people choose it: what would change, and a panel that it would allow. */
export interface NamedRelaxation {
  /** `at least 3 → 2 with role “gp”`, several joined by `and`. */
  changes: string
  /** The same for machines, of the whole panel. */
  limits: RelaxedLimit[]
  /** By how many people the limits change, in sum. */
  steps: number
  /** A panel that it would allow, by rows of the pool (without those who sit already), rising. */
  panel: number[]
}

/** The smallest relaxations of an instance that allows no panel, ranked. */
export function relaxationsOf(instance: Instance, everyStep?: EveryStep): NamedRelaxation[] {
  const selection = selectionOf(instance, everyStep)
  return smallestRelaxations(selection).map(({ changes, steps, panel }) => ({
    changes: changesInWords(changes, selection),
    limits: changes.map((change) => ofTheWholePanel(change, selection)),
    steps,
    panel: panel
      .flatMap((count, kind) => selection.kinds[kind]?.people.slice(0, count) ?? [])
      .map((person) => selection.people[person] ?? 0)
      .sort((one, other) => one - other),
  }))
}

function ofTheWholePanel({ limit, quota, from, to }: Change, { quotas, sitting }: Selection): RelaxedLimit {
  if (quota === undefined) return { limit, from: from + sitting, to: to + sitting }
  const { category = '', feature = '', already = 0 } = quotas[quota] ?? {}
  return { limit, category, feature, from: from + already, to: to + already }
}
