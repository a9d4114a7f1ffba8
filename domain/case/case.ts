import type { AfterAward } from '../after-award/after-award.ts'
import type { Appraisal } from '../appraisal/appraisal.ts'
import type { BusinessCase } from '../business-case/business-case.ts'
import type { Challenge } from '../challenge/challenge.ts'
import type { Compliance } from '../compliance/compliance.ts'
import type { Conflicts } from '../conflict/conflict.ts'
import type { Decision, Letter } from '../decision/decision.ts'
import type { Evaluation, ScoreSheet } from '../evaluation/evaluation.ts'
import type { MarkedPaper } from '../marked-paper/marked-paper.ts'
import type { PanelMeeting } from '../meeting/meeting.ts'
import type { Nomination } from '../nomination/nomination.ts'
import type { Panel } from '../panel/panel.ts'
import type { Draw } from '../panel-draw/draw.ts'
import type { Proposal } from '../proposal/proposal.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'
import type { Comment, Specification, Version } from '../specification/specification.ts'
import { substitutionSchema } from '../substitution/substitution.ts'
import type { Tender } from '../tender/tender.ts'
import { instantSchema } from '../time/instant.ts'
import { waitSchema } from '../wait/wait.ts'
import type { Workshop } from '../workshop/workshop.ts'
import * as z from '../zod.ts'

export const stages = [
  'submission',
  'nomination',
  'panel-formation',
  'specification',
  'tender',
  'evaluation',
  'decision',
  'after-award',
] as const
export type Stage = (typeof stages)[number]

export const outcomes = ['awarded', 'not awarded', 'declined', 'redirected', 'withdrawn'] as const

const passage = z.object({
  stage: z.enum(stages),
  /** Every entry into a stage, resumption and send-back is a new attempt, and an execution of its own. */
  attempt: z.int().min(1),
  entered: instantSchema,
  left: instantSchema.optional(),
})

const common = {
  stage: z.enum(stages),
  attempt: z.int().min(1),
  path: z.array(passage).min(1),
  wait: waitSchema.optional(),
  /** A vacant seat is being filled, beside the stage. */
  substitution: substitutionSchema.optional(),
}

/** That what an event said be erased: who asked for it, and why. */
const erasureSchema = z.object({
  sequence: z.int().min(1),
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
})

/** Where a case is in its life (requirements §2). */
export const lifeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open'), ...common }),
  z.object({ status: z.literal('paused'), ...common, pausedAt: instantSchema, reason: z.string() }),
  z.object({
    status: z.literal('ended'),
    ...common,
    endedAt: instantSchema,
    outcome: z.enum(outcomes),
    reason: z.string(),
    /** What one person has asked to erase, and a second has not agreed to yet. */
    erasures: z.array(erasureSchema).optional(),
  }),
])
export type Life = z.infer<typeof lifeSchema>

/** Everything a case is: one property per noun, each an item of its own in the table. */
export interface CaseState {
  life: Life
  ruleBook: RuleBook
  proposal: Proposal
  nomination?: Nomination
  conflicts?: Conflicts
  panel?: Panel
  /** By number; loaded when asked for. */
  draws?: Record<string, Draw>
  appraisal?: Appraisal
  specification?: Specification
  /** By number; loaded when asked for. */
  versions?: Record<string, Version>
  /** By number; loaded when asked for. */
  comments?: Record<string, Comment>
  /** By number; loaded when asked for. */
  workshops?: Record<string, Workshop>
  businessCase?: BusinessCase
  tender?: Tender
  compliance?: Compliance
  evaluation?: Evaluation
  /** By key of the sheet; loaded only when asked for. */
  scoreSheets?: Record<string, ScoreSheet>
  decision?: Decision
  /** By sitting and bidder; loaded only when asked for. */
  letters?: Record<string, Letter>
  afterAward?: AfterAward
  challenges?: Challenge[]
  meetings?: PanelMeeting[]
  markedPapers?: MarkedPaper[]
}

export interface Case extends CaseState {
  id: string
  /** The number and hash of the last event on the record. */
  head: { sequence: number; hash: string }
  /** The hash of the last event that is no bidder's sealed deed. */
  unsealedHash?: string
}
