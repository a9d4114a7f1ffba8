import { MOST_PENCE, TOO_MANY_PENCE } from '../pence.ts'
import type { ProposalForm } from '../proposal/proposal.ts'
import type { Fault } from '../refusal.ts'
import * as z from '../zod.ts'

const evidence = z.string().trim().min(1, 'Give the evidence').max(2_000, 'Shorten this to 2,000 characters')
const pence = z
  .int('Enter the amount in whole pence')
  .min(0, 'Enter the amount as 0 or more')
  .max(MOST_PENCE, TOO_MANY_PENCE)

/** What came of one deliverable, and of one objective. */
export const deliverableReviewed = { delivered: z.enum(['in time', 'late', 'in part', 'not']), evidence }
export const objectiveReviewed = { achieved: z.enum(['met', 'partly met', 'not met']), evidence }

/** What came of the proposal. Deliverables and objectives are in the order of the proposal; amounts in pence. */
export const benefitsReviewSchema = z.strictObject({
  deliverables: z.array(z.strictObject(deliverableReviewed)).max(50),
  objectives: z.array(z.strictObject(objectiveReviewed)).max(30),
  /** As they were: one-off altogether, recurrent and saved for a year. */
  costs: z.strictObject({ oneOff: pence, recurrent: pence, savings: pence, explanation: evidence }),
})
export type BenefitsReview = z.infer<typeof benefitsReviewSchema>

/** What a review leaves out of the proposal, or adds to it. */
export function reviewFaults(form: ProposalForm, review: BenefitsReview): Fault[] {
  const each = (part: 'deliverables' | 'objectives', one: string): Fault[] => {
    const [promised, reviewed] = [form[part].length, review[part].length]
    return promised === reviewed
      ? []
      : [{ path: [part], message: `Review each ${one} in the proposal: it has ${promised}, and you sent ${reviewed}` }]
  }
  return [...each('deliverables', 'deliverable'), ...each('objectives', 'objective')]
}

/** Promised beside achieved (requirements §2, stage 6). Without a review, what was promised alone. */
export function compareBenefits({ deliverables, objectives, costs }: ProposalForm, review?: BenefitsReview) {
  return {
    deliverables: deliverables.map((promised, index) => ({ ...promised, ...review?.deliverables[index] })),
    objectives: objectives.map((objective, index) => ({ objective, ...review?.objectives[index] })),
    costs: (['oneOff', 'recurrent', 'savings'] as const).map((name) => ({
      name,
      promised: costs[name],
      ...(review && { achieved: review.costs[name], difference: review.costs[name] - costs[name] }),
    })),
    ...(review && { explanation: review.costs.explanation }),
  }
}
