import type { Capacity } from '../case/capacity.ts'
import type { Case } from '../case/case.ts'
import type { Recorded } from '../case/event.ts'
import type { Actor } from '../case/party.ts'
import { isLockedOut } from './conflict.ts'

/**
 * Whom an event puts out of the case for a conflict of interest, whoever they are: a member, who loses their seat; an officer or an
 * approver, who is barred. What they decided by themselves and what still bears on what is to come counts no more from then on
 * (requirements §4). Each noun that keeps such a decision asks here: a ruling on a tender or on an interest, a confirmation, a
 * rejection, the approval of a business case.
 */
export function putOut(event: Recorded): string[] {
  switch (event.type) {
    case 'MemberExcluded':
    case 'PersonBarred':
      return [event.data.person]
    case 'ConflictsChecked':
      return Object.entries(event.data.results).flatMap(([person, { result }]) => (result === 'barred' ? [person] : []))
    default:
      return []
  }
}

const alone: Capacity[] = ['programme-manager', 'deputy-programme-manager', 'approver']

/**
 * Whether somebody did it by themselves for the case who is out of it now. What is not undone stands (decision 22): whoever answers for the
 * record reads beside it by whom it was.
 */
export const isOfPutOut = (theCase: Pick<Case, 'conflicts'>, by: Actor): boolean =>
  'person' in by && alone.includes(by.as) && isLockedOut(theCase, by.person)
