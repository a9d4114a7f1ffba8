import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import { refuseUnless } from '../refusal.ts'
import type { Tender } from './tender.ts'

/** The tender while it takes questions and tenders. @throws Refusal `WrongStage`, `TooEarly`, `TooLate` */
export function openTender(theCase: Case): Extract<Tender, { status: 'open' }> {
  mustBeIn(theCase, 'tender')
  const { tender } = theCase
  refuseUnless(tender && tender.status !== 'due', 'TooEarly', 'The tender is being published. Try again in a minute.')
  refuseUnless(tender.status === 'open', 'TooLate', 'This tender has closed.')
  return tender
}
