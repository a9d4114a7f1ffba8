import type { CaseState } from '../../domain/case/case.ts'
import { excludedFrom } from '../../domain/conflict/exclusion.ts'

/** What stands for the reason of an exclusion that the person must not be told. */
export const UNTOLD = ''

/**
 * Whether a person may be told that they are excluded from this case: a proposal that has not been accepted is not public, and
 * to be told of the exclusion would be to be told of it.
 */
const isTold = ({ proposal }: CaseState): boolean => proposal.status === 'accepted'

/** Why each person is excluded; `UNTOLD` where they may not know of the case yet. */
const reasonsIn = (state: CaseState): Map<string, string> =>
  isTold(state) ? excludedFrom(state) : new Map([...excludedFrom(state).keys()].map((person) => [person, UNTOLD]))

/**
 * The people whom a change of the case locks out, with the reason, or lets in again, without one. They are written in the same
 * transaction as the events, so that a lock-out begins with the fact that it follows from.
 */
export function exclusionChanges(
  before: CaseState | undefined,
  after: CaseState,
): { person: string; reason: string | undefined }[] {
  if (
    before &&
    before.conflicts === after.conflicts &&
    before.panel === after.panel &&
    isTold(before) === isTold(after)
  )
    return []
  const was = before ? reasonsIn(before) : new Map<string, string>()
  const is = reasonsIn(after)
  return [
    ...[...is].filter(([person, reason]) => was.get(person) !== reason).map(([person, reason]) => ({ person, reason })),
    ...[...was.keys()].filter((person) => !is.has(person)).map((person) => ({ person, reason: undefined })),
  ]
}
