import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'
import { type BenefitsReview, benefitsReviewSchema } from './benefits.ts'

/** What is asked of an awarded contract, one after the other (requirements §2, stage 6). */
export const milestones = ['plan agreed', 'ready to go live', 'did it work'] as const
export type Milestone = (typeof milestones)[number]

export const milestoneFindings = ['met', 'partly met', 'not met', 'not applicable'] as const

export const checklistItemSchema = z.object({ id: z.string(), question: z.string() })

/** A milestone's checklist as it was when the milestone was opened: a later version changes no running case. */
export const checklistSchema = z.object({ version: z.int().min(1), items: z.array(checklistItemSchema).min(1) })
export type Checklist = z.infer<typeof checklistSchema>

const itemAnswerSchema = z.object({ finding: z.enum(milestoneFindings), comment: z.string(), at: instantSchema })

export const openedMilestoneSchema = z.object({
  milestone: z.enum(milestones),
  openedAt: instantSchema,
  checklist: checklistSchema,
  /** By item of the checklist. */
  answers: z.record(z.string(), itemAnswerSchema),
  reached: z.object({ reasons: z.string(), at: instantSchema }).optional(),
})
export type OpenedMilestone = z.infer<typeof openedMilestoneSchema>

export const learntSchema = z.object({
  milestone: z.enum(milestones),
  /** The version of the checklist that first has it. */
  version: z.int().min(2),
  item: checklistItemSchema,
  because: z.string(),
  at: instantSchema,
})

export const afterAwardSchema = z.object({
  /** The provider that the contract was awarded to. */
  organisationId: z.string(),
  awardedAt: instantSchema,
  milestones: z.array(openedMilestoneSchema),
  /** The first day of the service, in London: planned, until it has come. */
  goLiveOn: z.iso.date().optional(),
  review: benefitsReviewSchema.extend({ at: instantSchema }).optional(),
  /** What this case has taught the checklists. */
  learnt: z.array(learntSchema),
})
export type AfterAward = z.infer<typeof afterAwardSchema>

export type AfterAwardEvent =
  | { type: 'MilestoneOpened'; data: { milestone: Milestone; checklist: Checklist } }
  | {
      type: 'MilestoneItemAnswered'
      data: { milestone: Milestone; item: string; finding: (typeof milestoneFindings)[number]; comment: string }
    }
  | { type: 'MilestoneReached'; data: { milestone: Milestone; reasons: string; goLiveOn?: string } }
  | { type: 'GoLiveMoved'; data: { goLiveOn: string; reason: string } }
  | { type: 'BenefitsReviewed'; data: BenefitsReview }
  /** The next version of a checklist, for the cases that come after. */
  | {
      type: 'ChecklistItemLearnt'
      data: { milestone: Milestone; checklist: Checklist; item: z.infer<typeof checklistItemSchema>; because: string }
    }

/** The milestone that is being worked on. */
export const currentMilestone = (afterAward: AfterAward | undefined): OpenedMilestone | undefined =>
  afterAward?.milestones.find(({ reached }) => !reached)

/** The milestone after those reached; undefined when all are. */
export const nextMilestone = ({ milestones: opened }: AfterAward): Milestone | undefined =>
  milestones.find((name) => !opened.some(({ milestone, reached }) => milestone === name && reached))

export const unansweredItems = ({ checklist, answers }: OpenedMilestone): Checklist['items'] =>
  checklist.items.filter(({ id }) => !answers[id])
