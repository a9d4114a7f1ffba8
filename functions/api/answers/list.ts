import { outcomes, stages } from '../../../domain/case/case.ts'
import { purposes } from '../../../domain/meeting/meeting.ts'
import { nominationAnswers } from '../../../domain/nomination/participation.ts'
import { areaNames } from '../../../domain/proposal/areas.ts'
import { standingPanelSchema } from '../../../domain/standing-panel/standing-panel.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import { waitNames } from '../../../domain/wait/wait.ts'
import * as z from '../../../domain/zod.ts'

/** Who is waited for: everybody of a role, or one practice, person or provider. */
const kinds = z.enum(['programme-manager', 'approver', 'practice', 'person', 'provider'])
export const partySchema = z
  .object({
    kind: kinds,
    id: z.string().optional(),
  })
  .openapi('Party')

/** What every list shows of a case (functions/store/rows.ts). */
const summary = {
  caseId: z.string(),
  title: z.string(),
  area: z.enum(areaNames),
  stage: z.enum(stages),
  status: z.enum(['open', 'paused', 'ended']),
}
const ended = { outcome: z.enum(outcomes).optional(), endedAt: instantSchema.optional() }
const due = {
  wait: z.enum(waitNames).optional(),
  since: instantSchema.optional(),
  dueAt: instantSchema.optional().openapi({ description: 'Absent when the case waits for nobody' }),
  escalatedAt: instantSchema.optional(),
}

const page = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    next: z.string().optional().openapi({ description: 'Give it back as `after`; absent on the last page' }),
  })

const challenges = z
  .object({ count: z.int(), since: instantSchema, dueAt: instantSchema, escalatedAt: instantSchema.optional() })
  .optional()
  .openapi({ description: 'Challenges of how the case is run that wait for an answer' })

const erasures = z
  .object({ count: z.int(), since: instantSchema, dueAt: instantSchema })
  .optional()
  .openapi({ description: 'Erasures that one person has asked for, and a second has not agreed to' })

const boardRow = z.looseObject({
  /** Flagged interests that came up in the midst of the stage, and wait for a ruling. */
  flags: z
    .looseObject({ count: z.int(), since: instantSchema, dueAt: instantSchema, escalatedAt: instantSchema.optional() })
    .optional(),
  challenges,
  erasures,
  ...summary,
  ...ended,
  ...due,
  waitsFor: z.array(partySchema).optional(),
  next: z.string().optional().openapi({ description: 'What happens by itself at the deadline' }),
  substitution: z
    .looseObject({ ...due, waitsFor: z.array(partySchema), next: z.string() })
    .optional()
    .openapi({ description: 'What the search for a substitute waits for, beside the stage' }),
  started: instantSchema,
})
const publicRow = z.looseObject({
  ...summary,
  ...ended,
  notice: z.boolean().optional().openapi({ description: 'There is a notice of the intended award' }),
})
const tenderRow = z.looseObject({ ...summary, round: z.int(), deadline: instantSchema })
const proposalRow = z.looseObject({ ...summary, ...ended, ...due })

const participationRow = z.looseObject({
  ...summary,
  started: instantSchema,
  practices: z.record(
    z.string(),
    z.object({
      answer: z.enum(nominationAnswers),
      seats: z.int().openapi({ description: 'Its members on the panel, once the panel is formed' }),
    }),
  ),
})

export const participationAnswer = page(participationRow).openapi('Participation')

const standingRow = z.looseObject({
  ...summary,
  standing: standingPanelSchema,
  sat: z.array(z.string()).openapi({ description: 'Its members who sit on this case' }),
  meetings: z.array(z.object({ heldOn: z.string(), present: z.array(z.string()) })),
})
export const standingPanelsAnswer = page(standingRow)
  .extend({ people: z.record(z.string(), z.string()).openapi({ description: 'What their members are called' }) })
  .openapi('StandingPanels')
export const boardAnswer = page(boardRow).openapi('Board')
export const boardColumnsAnswer = z
  .object({
    columns: z.array(
      z.object({
        stage: z.enum(stages),
        rows: z.array(boardRow),
        more: z.boolean().openapi({ description: 'There are more at this stage than are shown' }),
      }),
    ),
  })
  .openapi('BoardColumns')
export const publicCaseAnswer = publicRow.openapi('PublicCase')
export const publicCasesAnswer = page(publicRow).openapi('PublicCases')
export const publicTendersAnswer = page(tenderRow).openapi('PublicTenders')
/** The lists of a person's own, of which they are shown the first hundred. */
export const ownLists = ['waiting', 'proposals', 'tenders', 'panels'] as const
export const ownRows = {
  waiting: z.array(
    z.looseObject({
      ...summary,
      ...due,
      challenges,
      erasures,
      as: kinds.openapi({ description: 'As what you are waited for' }),
    }),
  ),
  proposals: z.array(proposalRow),
  tenders: z.array(
    publicRow.extend({
      deadline: instantSchema.optional().openapi({ description: 'The tender is open until then' }),
      told: z.boolean().optional().openapi({ description: 'The outcome and your letter are there to be read' }),
    }),
  ),
  panels: z.array(proposalRow).openapi({ description: 'Cases whose panel you sit on, or are invited to' }),
  meetings: z
    .array(
      z.object({
        caseId: z.string(),
        title: z.string(),
        id: z.int(),
        purpose: z.enum(purposes),
        startsAt: instantSchema,
        endsAt: instantSchema,
        place: z.string().optional(),
        revision: z.int(),
      }),
    )
    .openapi({ description: 'Meetings to come of the panels you sit on; for the secretariat, of every panel' }),
  more: z.array(z.enum(ownLists)).openapi({ description: 'Lists that are longer than what is here of them' }),
}
