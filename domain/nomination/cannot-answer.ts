import type { Case } from '../case/case.ts'
import { isLockedOut } from '../conflict/conflict.ts'
import type { NominationEvent } from './nomination.ts'

/** The people of each practice who can answer for it, by practice. */
export type PracticeUsers = ReadonlyMap<string, readonly string[]>

/**
 * Practices all of whose people are locked out of the case: nobody can nominate for them or decline, so that they are not
 * waited for. Recorded where they are others than before; whoever is let in again answers.
 *
 * @param invited the practices, where they are being invited with this
 */
export function whoCannotAnswer(
  { nomination, conflicts }: Pick<Case, 'nomination' | 'conflicts'>,
  users: PracticeUsers,
  invited?: readonly string[],
): NominationEvent[] {
  const practices = invited ?? (nomination?.status === 'open' ? nomination.practices : [])
  const before = invited ? [] : (nomination?.lockedOut ?? [])
  const now = practices.filter((practice) => {
    const people = users.get(practice) ?? []
    return people.length > 0 && people.every((person) => isLockedOut({ ...(conflicts && { conflicts }) }, person))
  })
  return now.join() === before.join() ? [] : [{ type: 'PracticesCannotAnswer', data: { practices: now } }]
}
