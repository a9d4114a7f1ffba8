import type { CaseState } from '../../domain/case/case.ts'
import { excludedFrom } from '../../domain/conflict/exclusion.ts'

/** Who is locked out by a change, and who no longer is: written with the events, so that a lock-out begins with its fact. */
export function exclusionChanges(
  before: CaseState | undefined,
  after: CaseState,
): { person: string; reason: string | undefined }[] {
  if (before?.conflicts === after.conflicts && before?.panel === after.panel) return []
  const was = before ? excludedFrom(before) : new Map<string, string>()
  const is = excludedFrom(after)
  return [
    ...[...is].filter(([person, reason]) => was.get(person) !== reason).map(([person, reason]) => ({ person, reason })),
    ...[...was.keys()].filter((person) => !is.has(person)).map((person) => ({ person, reason: undefined })),
  ]
}
