import type { Case } from '../case/case.ts'
import { chair, votingMembers } from '../panel/panel.ts'
import { lowPricesOf } from './low-price.ts'

/** What a bidder is asked about its own price: nothing of the other prices. */
export function viewPriceQuestion({ evaluation, life }: Case, organisationId: string) {
  const own = lowPricesOf(evaluation).find((one) => one.organisationId === organisationId)
  if (!own) return {}
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
export function viewLowPrices({ evaluation, life, panel }: Case) {
  const { wait } = life
  return {
    prices: lowPricesOf(evaluation),
    chair: chair(panel),
    members: votingMembers(panel),
    waitsFor: wait?.name,
    ...((wait?.name === 'price explanation' || wait?.name === 'price decision') && { dueAt: wait.dueAt }),
  }
}
