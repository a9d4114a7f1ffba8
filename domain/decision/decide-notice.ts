import type { Case } from '../case/case.ts'
import { mustBeOpen } from '../case/decide.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { dayTold } from '../time/day.ts'
import { told } from '../time/deadline.ts'
import { londonDate } from '../time/instant.ts'
import type { WaitEvent } from '../wait/decide.ts'
import { type DecisionEvent, isAnnounced, standstillNow } from './decision.ts'
import { standstillOn } from './standstill.ts'

/** The notice stands on the national platform since this day (ISO date), under this number. */
export interface RecordNotice {
  type: 'RecordNotice'
  on: string
  reference: string
}

/**
 * The standstill of the law counts from the notice on the national platform; the bidders’ own, from the announcement here. It runs
 * from the later, and never ends sooner than was said before (decision 35).
 */
export function recordNotice(
  theCase: Case,
  { on, reference }: RecordNotice,
  at: string,
): (DecisionEvent | WaitEvent)[] {
  const { decision, life, ruleBook } = theCase
  if (life.status === 'ended') mustBeOpen(theCase)
  refuseUnless(
    life.stage === 'decision' && decision?.status === 'standstill',
    'WrongStage',
    isAnnounced(decision)
      ? 'There is no standstill, so no publication can change it.'
      : 'A notice can be published once the outcome has been announced.',
  )
  const [first, today] = [londonDate(decision.confirmation.at), londonDate(at)]
  const fault =
    on > today
      ? 'Enter a day that is not in the future'
      : on < first
        ? `Enter ${dayTold(first)} or a later day: the approver confirmed the decision then`
        : undefined
  if (fault)
    throw new Refusal('Invalid', 'The notice cannot have been published then.', [{ path: ['on'], message: fault }])
  const before = standstillNow(decision)
  const standstill = standstillOn(ruleBook.decision.standstill, on)
  const later = standstill.ends > before.ends
  const recorded: DecisionEvent = {
    type: 'NoticePublished',
    data: { sitting: decision.sitting, on, reference, ...(later && { standstill }) },
  }
  const { wait } = life
  if (!later || !wait || standstill.ends <= wait.dueAt) return [recorded]
  const reason = `The notice was published on ${dayTold(on)} (${reference}), later than the outcome was announced here. The standstill counts from then and stays open until ${told(standstill.ends)} (${standstill.citation}).`
  const { name, remindAt } = wait
  const data = { wait: name, dueAt: standstill.ends, reason, ...(remindAt && { remindAt }) }
  return [recorded, { type: 'DeadlineExtended', data }]
}
