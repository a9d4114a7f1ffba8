import type { Case } from '../case/case.ts'
import { exclusionForPrice } from '../compliance/compliance.ts'
import { mayLead } from '../panel/lead.ts'
import { lowPricesOf } from './low-price.ts'
import { mayAgree } from './members.ts'

/** What a bidder is asked about its own price: nothing of the other prices. */
export function viewPriceQuestion(theCase: Case, organisationId: string) {
  const { evaluation, life } = theCase
  const own = lowPricesOf(evaluation).find((one) => one.organisationId === organisationId)
  // Who was excluded for something else is not asked about the price.
  if (!own || (!own.explanation && exclusionForPrice(theCase, organisationId).length > 0)) return {}
  const { pence, askedAt, explanation } = own
  const { wait } = life
  return {
    question: {
      pence,
      askedAt,
      ...(explanation && { explanation }),
      ...(wait?.name === 'price explanation' && !explanation && { dueAt: wait.dueAt }),
    },
  }
}

/** For the panel, which decides, and for those who read the record. */
export function viewLowPrices(theCase: Case) {
  const { evaluation, life } = theCase
  const { wait } = life
  return {
    prices: lowPricesOf(evaluation).map((price) => ({
      ...price,
      /** Excluded for what else the prices showed: nobody asks or decides about its price. */
      out: exclusionForPrice(theCase, price.organisationId).length > 0,
    })),
    /** Who can record what the panel decided. */
    mayRecord: mayLead(theCase),
    members: mayAgree(theCase),
    waitsFor: wait?.name,
    ...((wait?.name === 'price explanation' || wait?.name === 'price decision') && { dueAt: wait.dueAt }),
  }
}
