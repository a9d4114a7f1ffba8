import type { Person, Role } from '../locality/locality.ts'
import { mayLead } from '../panel/lead.ts'
import { chair, isMember } from '../panel/panel.ts'
import type { Case } from './case.ts'

/** In what capacity somebody acts: one of their roles, or what they are to the case. */
export type Capacity = Role | 'nominee' | 'panel-member' | 'chair'

/** Every capacity a person has in a case, what they are to the case first. */
export function capacitiesOf(person: Person, theCase?: Case): Capacity[] {
  const own: Capacity[] = []
  if (chair(theCase?.panel) === person.id) own.push('chair')
  if (isMember(theCase?.panel, person.id)) own.push('panel-member')
  if (theCase && !own.includes('chair') && mayLead(theCase).includes(person.id)) own.push('chair')
  if (theCase?.nomination?.nominees[person.id]) own.push('nominee')
  return [...own, ...person.roles]
}

/** Who has tendered, and which bidder is asked for something, is for those who judge the tenders and see to it. */
export const knowsWhoTendered = (as: Capacity): boolean =>
  ['panel-member', 'chair', 'programme-manager', 'deputy-programme-manager', 'approver', 'auditor'].includes(as)
