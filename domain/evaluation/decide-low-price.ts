import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { exclusionForPrice } from '../compliance/compliance.ts'
import { attendanceFaults } from '../panel/attendance.ts'
import { insteadOfChair, mayLead } from '../panel/lead.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import { openWait } from '../wait/decide.ts'
import { type LowPrice, lowPricesOf, openLowPrices } from './low-price.ts'
import { scorers } from './members.ts'

export type LowPriceCommand =
  | { type: 'ExplainPrice'; organisationId: string; text: string }
  /** The chair records what the panel decided of a low price. */
  | {
      type: 'JudgePrice'
      chair: string
      organisationId: string
      outcome: 'accepted' | 'disregarded'
      reasons: string
      present: string[]
    }

export function decideLowPrice(theCase: Case, command: LowPriceCommand, at: Instant): CaseEvent[] {
  const { evaluation } = theCase
  const low = lowPricesOf(evaluation).find(({ organisationId }) => organisationId === command.organisationId)
  refuseUnless(low, 'NotFound', 'There is no question to answer about the price of this tender.')
  refuseUnless(
    evaluation?.status === 'priced' && !low.judgement,
    'AlreadyDone',
    'The panel has already decided on this price.',
  )
  refuseUnless(
    exclusionForPrice(theCase, low.organisationId).length === 0,
    'NotAllowed',
    'This tender has been excluded for another reason, so nothing has to be said or decided about its price.',
  )
  return command.type === 'ExplainPrice' ? explain(theCase, low, command.text, at) : judge(theCase, low, command)
}

function explain(theCase: Case, low: LowPrice, text: string, at: Instant): CaseEvent[] {
  const { life, ruleBook } = theCase
  refuseUnless(!low.explanation, 'AlreadyDone', 'You have already explained this price.')
  refuseUnless(
    life.wait?.name === 'price explanation' && at < life.wait.dueAt,
    'TooLate',
    'The time to explain the price has passed.',
  )
  const others = openLowPrices(theCase).filter(({ organisationId }) => organisationId !== low.organisationId)
  const last = others.every(({ explanation }) => explanation)
  return [
    { type: 'PriceExplained', data: { organisationId: low.organisationId, text } },
    ...(last ? [openWait(theCase, 'price decision', at, ruleBook.evaluation.judgePriceWithin)] : []),
  ]
}

function judge(theCase: Case, low: LowPrice, command: Extract<LowPriceCommand, { type: 'JudgePrice' }>): CaseEvent[] {
  const { life } = theCase
  const { chair, outcome } = command
  refuseUnless(
    mayLead(theCase).includes(chair),
    'NotAllowed',
    "Only the panel's chair records what the panel decided. Another member can once it is overdue.",
  )
  refuseUnless(
    low.explanation || life.wait?.name === 'price decision',
    'TooEarly',
    'The bidder has been asked, and still has time to explain its price.',
  )
  const present = [...new Set(command.present)].sort()
  const reasons = command.reasons.trim()
  const faults: Fault[] = [
    ...attendanceFaults(theCase, {
      ...{ chair, present, members: scorers(theCase) },
      others: 'Only members whose scores count, and the chair, can take part',
    }),
    ...(reasons === '' ? [{ path: ['reasons'], message: 'Give the reasons for the decision' }] : []),
  ]
  if (faults.length > 0) throw new Refusal('Invalid', 'This decision is not complete.', faults)
  const { organisationId } = low
  return [
    { type: 'PriceJudged', data: { organisationId, outcome, reasons, present, ...insteadOfChair(theCase, chair) } },
  ]
}
