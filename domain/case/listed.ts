import { markedPaperSchema } from '../marked-paper/marked-paper.ts'
import { meetingListedSchema } from '../meeting/view.ts'
import { nominationAnswers } from '../nomination/participation.ts'
import { areaNames } from '../proposal/areas.ts'
import { monthSchema } from '../report/report.ts'
import { standingPanelSchema } from '../standing-panel/standing-panel.ts'
import { instantSchema } from '../time/instant.ts'
import { waitNames } from '../wait/wait.ts'
import * as z from '../zod.ts'
import { outcomes, stages } from './case.ts'
import { type Party, partySchema } from './party.ts'

// A row of a list is what its schema here says: the table keeps it so (functions/store/audiences.ts), the API answers with it and
// the portal reads it.

export const partyShown = partySchema.meta({ id: 'Party' })

/** What every list shows of a case. */
const summary = {
  caseId: z.string(),
  title: z.string(),
  area: z.enum(areaNames),
  stage: z.enum(stages),
  status: z.enum(['open', 'paused', 'ended']),
}
const summarySchema = z.object(summary)
export type Summary = z.infer<typeof summarySchema>

const ended = { outcome: z.enum(outcomes).optional(), endedAt: instantSchema.optional() }
const due = {
  wait: z.enum(waitNames).optional(),
  since: instantSchema.optional(),
  dueAt: instantSchema.optional().meta({ description: 'Absent when the case waits for nobody' }),
  escalatedAt: instantSchema.optional(),
}

const challenges = z
  .object({ count: z.int(), since: instantSchema, dueAt: instantSchema, escalatedAt: instantSchema.optional() })
  .optional()
  .meta({ description: 'Challenges of how the case is run that wait for an answer' })

const erasures = z
  .object({ count: z.int(), since: instantSchema, dueAt: instantSchema })
  .optional()
  .meta({ description: 'Erasures that one person has asked for, and a second has not agreed to' })

export const boardRow = z.object({
  flags: z
    .object({ count: z.int(), since: instantSchema, dueAt: instantSchema, escalatedAt: instantSchema.optional() })
    .optional()
    .meta({ description: 'Flagged interests that came up in the midst of the stage, and wait for a ruling' }),
  challenges,
  erasures,
  ...summary,
  ...ended,
  ...due,
  waitsFor: z.array(partyShown).optional(),
  next: z.string().optional().meta({ description: 'What happens by itself at the deadline' }),
  substitution: z
    .object({
      ...{ wait: z.enum(waitNames), since: instantSchema, dueAt: instantSchema, escalatedAt: due.escalatedAt },
      ...{ waitsFor: z.array(partyShown), next: z.string() },
    })
    .optional()
    .meta({ description: 'What the search for a substitute waits for, beside the stage' }),
  started: instantSchema,
})
export type BoardRow = z.infer<typeof boardRow>
const since = instantSchema.meta({ description: 'When the first of these emails should have been sent' })
export const unsentRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case'), since, caseId: z.string(), title: z.string() }),
  z.object({ kind: z.literal('register'), since }),
  z.object({ kind: z.literal('report'), since, month: monthSchema }),
])
export type UnsentRow = z.infer<typeof unsentRow>

export const publicRow = z.object({
  ...summary,
  ...ended,
  notice: z.boolean().optional().meta({ description: 'There is a notice of the intended award' }),
})
export type PublicRow = z.infer<typeof publicRow>
export const openTenderRow = z.object({ ...summary, round: z.int(), deadline: instantSchema })
export type OpenTenderRow = z.infer<typeof openTenderRow>
export const participationRow = z.object({
  ...summary,
  started: instantSchema,
  practices: z.record(
    z.string(),
    z.object({
      answer: z.enum(nominationAnswers),
      seats: z.int().meta({ description: 'Its members on the panel, once the panel is formed' }),
    }),
  ),
})
export type ParticipationRow = z.infer<typeof participationRow>
export const standingRow = z.object({
  ...summary,
  standing: standingPanelSchema,
  sat: z.array(z.string()).meta({ description: 'Its members who sit on this case' }),
  meetings: z.array(z.object({ heldOn: z.string(), present: z.array(z.string()) })),
})
export type StandingRow = z.infer<typeof standingRow>
export const caseRow = z.object({ ...summary, ...ended, ...due })
export type CaseRow = z.infer<typeof caseRow>

export const tenderedRow = publicRow.omit({ notice: true }).extend({
  deadline: instantSchema.optional().meta({ description: 'The tender is open until then' }),
  told: z.boolean().optional().meta({ description: 'The outcome and your letter are there to be read' }),
})
export type TenderedRow = z.infer<typeof tenderedRow>

const asked = z.object({ ...summary, ...due, challenges, erasures })
export type AskedRow = z.infer<typeof asked>
export const waitingRow = asked.extend({
  as: z
    .enum(['programme-manager', 'approver', 'practice', 'person', 'provider'] satisfies Party['kind'][])
    .meta({ description: 'As what you are waited for' }),
})
export type WaitingRow = z.infer<typeof waitingRow>

export const meetingRow = meetingListedSchema.extend({ caseId: z.string(), title: z.string() })
export type MeetingRow = z.infer<typeof meetingRow>

export const seatRow = caseRow.extend({
  since: instantSchema.meta({ description: 'When the seat was accepted, or offered' }),
  accepted: z.boolean().meta({ description: 'And not only offered' }),
  ended: z.boolean().meta({ description: 'The panel’s work is done: the contract is awarded, or the case has ended' }),
  meetings: z.array(meetingListedSchema).optional(),
  standing: z
    .object({ id: z.string(), until: instantSchema })
    .optional()
    .meta({ description: 'The panel of an area that it is a seat of, for its term' }),
})
export type SeatRow = z.infer<typeof seatRow>

export const markedRow = z.object({
  ...summary,
  papers: z.array(markedPaperSchema.pick({ paper: true, at: true })).meta({ description: 'Which, and since when' }),
})
export type MarkedRow = z.infer<typeof markedRow>
