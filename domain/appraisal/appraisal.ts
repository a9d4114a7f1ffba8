import type { ProposalForm } from '../proposal/proposal.ts'
import { instantSchema } from '../time/instant.ts'
import { voteSchema } from '../vote/vote.ts'
import * as z from '../zod.ts'
import { type ChecklistItem, checklistItems } from './checklist.ts'

/** What the panel can decide on a proposal. */
export const verdicts = ['proceed', 'return', 'decline'] as const
export type Verdict = (typeof verdicts)[number]

export const findings = ['met', 'partly met', 'not met'] as const

export const answerSchema = z.object({
  finding: z.enum(findings),
  comment: z.string(),
  by: z.string(),
  at: instantSchema,
})

const common = {
  /** A proposal that was returned and revised is appraised afresh. */
  round: z.int().min(1),
  answers: z.partialRecord(z.enum(checklistItems), answerSchema),
  vote: voteSchema.optional(),
}

/** The panel evaluates the proposal before it specifies anything (requirements §2, stage 3). */
export const appraisalSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open'), ...common }),
  z.object({ status: z.literal('concluded'), ...common, verdict: z.enum(verdicts), reasons: z.array(z.string()) }),
])
export type Appraisal = z.infer<typeof appraisalSchema>

export type AppraisalEvent =
  | { type: 'AppraisalOpened'; data: { round: number } }
  | {
      type: 'ChecklistAnswered'
      data: { item: ChecklistItem; person: string; finding: (typeof findings)[number]; comment: string }
    }
  | { type: 'AppraisalConcluded'; data: { verdict: Verdict; reasons: string[] } }
  /** The proposer's answer to a return: the same panel appraises it again. */
  | { type: 'ProposalRevised'; data: { form: ProposalForm } }

/** Items of the checklist without an answer. */
export const unansweredItems = ({ answers }: Appraisal): ChecklistItem[] =>
  checklistItems.filter((item) => !answers[item])

export const proposalIsReturned = (appraisal: Appraisal | undefined): boolean =>
  appraisal?.status === 'concluded' && appraisal.verdict === 'return'
