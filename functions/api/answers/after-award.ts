import {
  checklistSchema,
  learntSchema,
  milestones,
  openedMilestoneSchema,
} from '../../../domain/after-award/after-award.ts'
import { deliverableReviewed, objectiveReviewed } from '../../../domain/after-award/benefits.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'

/** Promised, and once it is reviewed achieved. */
export const benefitsShown = z.object({
  deliverables: z.array(z.object(deliverableReviewed).partial().extend({ what: z.string(), by: z.iso.date() })),
  objectives: z.array(z.object(objectiveReviewed).partial().extend({ objective: z.string() })),
  costs: z.array(
    z.object({
      name: z.enum(['oneOff', 'recurrent', 'savings']),
      promised: z.int(),
      achieved: z.int().optional(),
      difference: z.int().optional(),
    }),
  ),
  explanation: z.string().optional(),
})

export const afterAwardAnswer = z
  .object({
    organisationId: z.string(),
    awardedAt: instantSchema,
    goLiveOn: z.iso.date().optional(),
    current: z.enum(milestones).optional(),
    milestones: z.array(openedMilestoneSchema),
    reviewedAt: instantSchema.optional(),
    benefits: benefitsShown,
    learnt: z.array(learntSchema),
  })
  .meta({ id: 'AfterAward' })

export const checklistsAnswer = z
  .object({
    checklists: z.array(z.object({ milestone: z.enum(milestones), versions: z.array(checklistSchema) })),
  })
  .meta({ id: 'Checklists' })
