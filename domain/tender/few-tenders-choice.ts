import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/** What the panel can make of a tender with no bidder, or with one alone (issue 6, point 5). */
export const fewTendersChoices = ['proceed', 're-tender', 'change the specification', 'no award'] as const
export type FewTendersChoice = (typeof fewTendersChoices)[number]

export const fewTendersDecisionSchema = z.object({
  choice: z.enum(fewTendersChoices),
  reasons: z.string(),
  /** The members who took part. */
  present: z.array(z.string()),
  /** The chair, where another member recorded it because it was overdue. */
  insteadOf: z.string().optional(),
  at: instantSchema,
})
export type FewTendersDecision = z.infer<typeof fewTendersDecisionSchema>
