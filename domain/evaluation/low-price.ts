import Fraction from 'fraction.js'
import * as z from 'zod'
import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { exclusionForPrice } from '../compliance/compliance.ts'
import { chair as chairOf, votingMembers } from '../panel/panel.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { type Instant, instantSchema } from '../time/instant.ts'
import { openWait } from '../wait/decide.ts'
import type { Evaluation } from './evaluation.ts'
import { exact, exactSchema, medianOf } from './exact.ts'

const judgementSchema = z.object({
  outcome: z.enum(['accepted', 'disregarded']),
  reasons: z.string(),
  /** The members who took part. */
  present: z.array(z.string()),
  at: instantSchema,
})

/**
 * A price so low that the bidder is asked how the service can be provided for it. A tender may be disregarded for its price
 * only after the bidder was told and had a reasonable opportunity to show that it can perform for it, and not if it shows
 * that (Procurement Act 2023, s. 19(3)(c), (4) and (5)).
 */
export const lowPriceSchema = z.object({
  organisationId: z.string(),
  pence: z.int(),
  /** Of all prices that could be opened. */
  medianPence: exactSchema,
  askedAt: instantSchema,
  explanation: z.object({ text: z.string(), at: instantSchema }).optional(),
  judgement: judgementSchema.optional(),
  /** What was decided before, and counts no more because somebody who took part was excluded before the ranking. */
  setAside: z.array(judgementSchema.extend({ setAsideAt: instantSchema })).optional(),
})
export type LowPrice = z.infer<typeof lowPriceSchema>

export type LowPriceEvent =
  | { type: 'PricesQueried'; data: { prices: Omit<LowPrice, 'askedAt'>[] } }
  | { type: 'PriceExplained'; data: { organisationId: string; text: string } }
  | {
      type: 'PriceJudged'
      data: { organisationId: string } & Omit<z.infer<typeof judgementSchema>, 'at'>
    }

/** Of fewer prices the median says nothing of what is usual. */
const FEWEST_PRICES = 3

/** @param below hundredths of the median; 0 asks nobody */
export function lowPrices(
  prices: readonly ({ organisationId: string } & ({ pence: number } | { reason: string }))[],
  below: number,
): Omit<LowPrice, 'askedAt'>[] {
  const opened = prices.flatMap((price) => ('pence' in price ? [price] : []))
  if (opened.length < FEWEST_PRICES) return []
  const median = medianOf(opened.map(({ pence }) => new Fraction(pence)))
  return opened
    .filter(({ pence }) => new Fraction(pence).mul(100).lt(median.mul(below)))
    .map(({ organisationId, pence }) => ({ organisationId, pence, medianPence: exact(median) }))
}

export const lowPricesOf = (evaluation: Evaluation | undefined): LowPrice[] =>
  evaluation && 'lowPrices' in evaluation ? evaluation.lowPrices : []

/** Those whose tenders are still in, and on whose price the panel has not decided. */
export const openLowPrices = (theCase: Pick<Case, 'compliance' | 'evaluation'>): LowPrice[] =>
  lowPricesOf(theCase.evaluation).filter(
    ({ organisationId, judgement }) => !judgement && exclusionForPrice(theCase, organisationId).length === 0,
  )

/** Why a tender was disregarded for its price; nothing where it was not. */
export const disregardedBecause = (evaluation: Evaluation, organisationId: string): string[] =>
  lowPricesOf(evaluation).flatMap(({ judgement, ...one }) =>
    one.organisationId === organisationId && judgement?.outcome === 'disregarded' ? [judgement.reasons] : [],
  )

export const isDisregarded = (evaluation: Evaluation, organisationId: string): boolean =>
  disregardedBecause(evaluation, organisationId).length > 0

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
  const { panel, ruleBook, life } = theCase
  const { chair, outcome } = command
  refuseUnless(chairOf(panel) === chair, 'NotAllowed', "Only the panel's chair records what the panel decided.")
  refuseUnless(
    low.explanation || life.wait?.name === 'price decision',
    'TooEarly',
    'The bidder has been asked, and still has time to explain its price.',
  )
  const members = votingMembers(panel)
  const present = [...new Set(command.present)].sort()
  const reasons = command.reasons.trim()
  const faults: Fault[] = [
    ...present
      .filter((person) => !members.includes(person))
      .map(() => ({ path: ['present'], message: 'Only members of this panel who are not excluded can take part' })),
    ...(present.includes(chair) ? [] : [{ path: ['present'], message: 'The chair must take part' }]),
    ...(present.length < ruleBook.voting.quorum
      ? [{ path: ['present'], message: `At least ${ruleBook.voting.quorum} members must take part` }]
      : []),
    ...(reasons === '' ? [{ path: ['reasons'], message: 'Give the reasons for the decision' }] : []),
  ]
  if (faults.length > 0) throw new Refusal('Invalid', 'This decision is not complete.', faults)
  return [{ type: 'PriceJudged', data: { organisationId: low.organisationId, outcome, reasons, present } }]
}
