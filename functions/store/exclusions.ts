import type { CaseState } from '../../domain/case/case.ts'
import { excludedFrom } from '../../domain/conflict/exclusion.ts'

/** The reason of an exclusion that is not told. */
export const UNTOLD = ''

/** A proposal that has not been accepted is not public: to be told of an exclusion would be to be told of it. */
const isTold = ({ proposal }: CaseState): boolean => proposal.status === 'accepted'

/** By person; of a case that nobody may know of yet, `UNTOLD`. */
const reasonsIn = (state: CaseState): Map<string, string> =>
  isTold(state) ? excludedFrom(state) : new Map([...excludedFrom(state).keys()].map((person) => [person, UNTOLD]))

/** Who is locked out by a change, and who no longer is: written with the events, so that a lock-out begins with its fact. */
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
