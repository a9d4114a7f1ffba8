import type { Stage } from '../../domain/case/case.ts'
import type {
  AskedRow,
  BoardRow,
  CaseRow,
  MarkedRow,
  OpenTenderRow,
  ParticipationRow,
  PublicRow,
  SeatRow,
  StandingRow,
  TenderedRow,
} from '../../domain/case/listed.ts'
import type { Party } from '../../domain/case/party.ts'
import type { MeetingListed } from '../../domain/meeting/view.ts'

/** What every row of a list has at least. */
export interface Listed {
  caseId: string
}

/** Who reads a list, by name; its type says what a row of the list is, for those who write rows and those who read them. */
export type Audience<Row extends Listed> = string & { readonly row?: Row }

const of = <Row extends Listed>(name: string) => name as Audience<Row>

const partyName = (party: Party): string => ('id' in party ? `${party.kind}#${party.id}` : party.kind)

/** A word of a title begins so, in this case. */
export interface TitleRow extends Listed {
  title: string
}

/** A meeting of a panel, for the secretariat. */
export interface PlannedRow extends TitleRow {
  meeting: MeetingListed
}

/** Lists and who reads them. */
export const audiences = {
  /** The programme manager's board: every case, by what is due first. */
  board: of<BoardRow>('board'),
  /** The same, of the cases in one stage. */
  boardOf: (stage: Stage) => of<BoardRow>(`board#${stage}`),
  /** The same row of a case, by its identifier: for whoever found the case otherwise. */
  boardRows: of<BoardRow>('board-rows'),
  /** The cases in whose title a word begins so, as `indexed` says it. */
  titled: (start: string) => of<TitleRow>(`titled#${start}`),
  /** The public's: every case that has been accepted. */
  public: of<PublicRow>('public'),
  /** The public's: tenders that are open, by deadline. */
  tenders: of<OpenTenderRow>('tenders'),
  /** The cases that a provider has tendered for. */
  tendered: (organisationId: string) => of<TenderedRow>(`tendered#${organisationId}`),
  /** What waits for somebody. */
  waiting: (party: Party) => of<AskedRow>(partyName(party)),
  /** What each practice did, case by case. */
  participation: of<ParticipationRow>('participation'),
  /** The panels that serve an area for a term, by area and term, with each case that they serve. */
  standing: of<StandingRow>('standing'),
  /** The cases of which papers are marked for observers. */
  marked: of<MarkedRow>('marked'),
  /** The meetings of the panels of all cases, by when they begin: for the secretariat. */
  meetings: of<PlannedRow>('meetings'),
  /** The panels that a person sits on, or is invited to: theirs to read, and the draws' of other cases. */
  seats: (person: string) => of<SeatRow>(`seats#${person}`),
  /** The proposals of a practice, of a provider, or of a person. */
  proposals: (party: Party) => of<CaseRow>(`proposals#${partyName(party)}`),
}

/** The row in an item of a list: what is there was written as a row of this list, and as nothing else (rows.ts). */
export const rowIn = <Row extends Listed>(_: Audience<Row>, { body }: { body?: unknown }): Row => body as Row
