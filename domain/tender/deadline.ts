import type { Case } from '../case/case.ts'
import { Refusal } from '../refusal.ts'
import { dueBefore } from '../time/before.ts'
import { told } from '../time/deadline.ts'
import { toldExactly } from '../time/exactly.ts'
import type { Instant } from '../time/instant.ts'
import { type Tender, unansweredQuestions } from './tender.ts'

/** The first instant that is too late for a tender. */
export function tenderDeadline({ life, tender }: Case): Instant | undefined {
  if (tender && 'deadline' in tender) return tender.deadline
  return life.wait?.name === 'tenders' ? life.wait.dueAt : undefined
}

/** Questions close a fixed time before the deadline, and move with it unless it moved for a question. */
export function questionsCloseAt(theCase: Case): Instant | undefined {
  const { tender } = theCase
  const closedBefore = tender && 'questionsClosed' in tender && tender.questionsClosed && tender.questionsClosedBefore
  const deadline = closedBefore || tenderDeadline(theCase)
  return deadline && dueBefore(deadline, theCase.ruleBook.tender.questionsCloseBefore)
}

/** The deadline does not pass while a question asked in time is unanswered (requirements §6). */
export function deadlinePassed(theCase: Case, at: Instant): boolean {
  const { tender } = theCase
  if (!tender || tender.status === 'due') return false
  if (tender.status !== 'open') return true
  const deadline = tenderDeadline(theCase)
  return deadline !== undefined && at >= deadline && unansweredQuestions(tender).length === 0
}

/** Whether its envelopes may be opened: it has closed, and the deadline it closed with has passed by this clock too. */
export const mayBeOpened = (tender: Tender | undefined, at: Instant): tender is Extract<Tender, { status: 'closed' }> =>
  tender?.status === 'closed' && at >= tender.deadline

export function mustBeInTime(theCase: Case, at: Instant, what: string): void {
  const deadline = tenderDeadline(theCase)
  if (!deadline || !deadlinePassed(theCase, at)) return
  throw new Refusal(
    'TooLate',
    `${what} arrived at ${toldExactly(at)}. The deadline was ${told(deadline)}: it had to arrive before ${toldExactly(deadline)}. It was not accepted.`,
  )
}
