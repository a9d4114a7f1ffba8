import type { Recorded } from '../case/event.ts'

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
