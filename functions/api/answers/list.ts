import { stages } from '../../../domain/case/case.ts'
import {
  boardRow,
  caseRow,
  markedRow,
  meetingRow,
  openTenderRow,
  participationRow,
  publicRow,
  seatRow,
  standingRow,
  tenderedRow,
  unsentRow,
  waitingRow,
} from '../../../domain/case/listed.ts'
import * as z from '../../../domain/zod.ts'

/** A page of a list. */
const page = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    next: z.string().optional().meta({ description: 'Give it back as `after`; absent on the last page' }),
  })

export const boardAnswer = page(boardRow).meta({ id: 'Board' })
export type BoardAnswer = z.infer<typeof boardAnswer>

export const boardColumnsAnswer = z
  .object({
    columns: z.array(
      z.object({
        stage: z.enum(stages),
        rows: z.array(boardRow),
        more: z.boolean().meta({ description: 'There are more at this stage than are shown' }),
      }),
    ),
  })
  .meta({ id: 'BoardColumns' })
export type BoardColumns = z.infer<typeof boardColumnsAnswer>

export const unsentAnswer = z
  .object({
    rows: z.array(unsentRow),
    more: z.boolean().meta({ description: 'There are more than are shown' }),
  })
  .meta({ id: 'Unsent' })
export type UnsentAnswer = z.infer<typeof unsentAnswer>

export const publicCaseAnswer = publicRow.meta({ id: 'PublicCase' })
export const publicCasesAnswer = page(publicRow).meta({ id: 'PublicCases' })
export type PublicCasesAnswer = z.infer<typeof publicCasesAnswer>

export const publicTendersAnswer = page(openTenderRow).meta({ id: 'PublicTenders' })
export type PublicTendersAnswer = z.infer<typeof publicTendersAnswer>

export const participationAnswer = page(participationRow).meta({ id: 'Participation' })
export type ParticipationAnswer = z.infer<typeof participationAnswer>

export const standingPanelsAnswer = page(standingRow)
  .extend({ people: z.record(z.string(), z.string()).meta({ description: 'What their members are called' }) })
  .meta({ id: 'StandingPanels' })
export type StandingPanelsAnswer = z.infer<typeof standingPanelsAnswer>

/** The lists of a person's own, of which they are shown the first hundred. */
export const ownLists = ['waiting', 'proposals', 'tenders', 'panels', 'papers'] as const
export const ownRows = {
  waiting: z.array(waitingRow),
  proposals: z.array(caseRow),
  tenders: z.array(tenderedRow),
  panels: z.array(seatRow).meta({ description: 'Cases whose panel you sit on, or are invited to' }),
  papers: z.array(markedRow).meta({ description: 'Cases of which papers are marked for you to read, as an observer' }),
  meetings: z
    .array(meetingRow)
    .meta({ description: 'Meetings to come of the panels you sit on; for the secretariat, of every panel' }),
  more: z.array(z.enum(ownLists)).meta({ description: 'Lists that are longer than what is here of them' }),
}
