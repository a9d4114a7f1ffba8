import Fraction from 'fraction.js'
import * as z from 'zod'
import type { Case } from '../case/case.ts'
import { exclusionForPrice } from '../compliance/compliance.ts'
import { instantSchema } from '../time/instant.ts'
import type { Evaluation } from './evaluation.ts'
import { exact, exactSchema, medianOf } from './exact.ts'

const judgementSchema = z.object({
  outcome: z.enum(['accepted', 'disregarded']),
  reasons: z.string(),
  /** The members who took part. */
  present: z.array(z.string()),
  /** The chair, where another member recorded it because it was overdue. */
  insteadOf: z.string().optional(),
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
