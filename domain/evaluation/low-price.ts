import Fraction from 'fraction.js'
import type { Case } from '../case/case.ts'
import { exclusionForPrice } from '../compliance/compliance.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'
import type { Evaluation } from './evaluation.ts'
import { exact, exactSchema, medianOf } from './exact.ts'
import { pounds } from './pounds.ts'

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
export const explanationSchema = z.object({ text: z.string(), at: instantSchema })

export const lowPriceSchema = z.object({
  organisationId: z.string(),
  pence: z.int(),
  /** Of all prices that could be opened, where it is far below that. */
  medianPence: exactSchema.optional(),
  /** What the business case expects, where it is far below that. */
  expectedPence: z.int().optional(),
  askedAt: instantSchema,
  explanation: explanationSchema.optional(),
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

/** Of fewer prices the median says little of what is usual: they are held against the business case as well. */
const FEWEST_PRICES = 3

/**
 * Far below the median of all prices; where few came, also far below what the business case expects. The law knows no number
 * of tenders under which a price need not be asked about.
 * @param below hundredths of each; 0 asks nobody
 */
export function lowPrices(
  prices: readonly ({ organisationId: string } & ({ pence: number } | { reason: string }))[],
  below: number,
  expectedPence: number,
): Omit<LowPrice, 'askedAt'>[] {
  const opened = prices.flatMap((price) => ('pence' in price ? [price] : []))
  if (opened.length === 0) return []
  const median = medianOf(opened.map(({ pence }) => new Fraction(pence)))
  const few = opened.length < FEWEST_PRICES
  return opened.flatMap(({ organisationId, pence }) => {
    const isFarBelow = (usual: Fraction) => new Fraction(pence).mul(100).lt(usual.mul(below))
    const against = {
      ...(isFarBelow(median) && { medianPence: exact(median) }),
      ...(few && isFarBelow(new Fraction(expectedPence)) && { expectedPence }),
    }
    return Object.keys(against).length > 0 ? [{ organisationId, pence, ...against }] : []
  })
}

/** What the proposal says that a year of the service costs; where nothing recurs, what it costs once. A contract costs no less. */
export const expectedCost = ({ proposal }: Pick<Case, 'proposal'>): number =>
  proposal.form.costs.recurrent || proposal.form.costs.oneOff

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
    one.organisationId === organisationId && judgement?.outcome === 'disregarded'
      ? [
          `Its price of ${pounds(one.pence)} is very low, and the panel was not shown that the contract can be performed for it. ${judgement.reasons}`,
        ]
      : [],
  )

export const isDisregarded = (evaluation: Evaluation, organisationId: string): boolean =>
  disregardedBecause(evaluation, organisationId).length > 0
