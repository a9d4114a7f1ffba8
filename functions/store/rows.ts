import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../../domain/case/case.ts'
import type { Outcome } from '../../domain/case/decide.ts'
import type { CaseRow, PublicRow, SeatRow, Summary } from '../../domain/case/listed.ts'
import { isAnnounced } from '../../domain/decision/decision.ts'
import { awardNotices } from '../../domain/decision/notice.ts'
import { isDecided } from '../../domain/decision-record/record.ts'
import { readByObservers } from '../../domain/marked-paper/marked-paper.ts'
import { listedMeetings, meetingsOf } from '../../domain/meeting/view.ts'
import { participation } from '../../domain/nomination/participation.ts'
import { proposerOf } from '../../domain/proposal/waits.ts'
import { servedIn } from '../../domain/standing-panel/served.ts'
import { bidders, everBid } from '../../domain/tender/tender.ts'
import type { Wait } from '../../domain/wait/wait.ts'
import { waitsNow } from '../messages/waits.ts'
import { type Audience, audiences, type Listed } from './audiences.ts'
import { boardRows } from './board-rows.ts'
import { keys } from './keys.ts'
import { dueOf, type Row, type WriteRow } from './row.ts'
import { indexed } from './title-index.ts'
import { waitingRows } from './waiting-rows.ts'

const rowIn = <Body extends Listed>(audience: Audience<Body>, sort: string, body: Body): Row => ({
  ...keys.row(audience, sort),
  body,
})

/** Every row of a case, in all lists. */
export function rowsOf(theCase: Case): Row[] {
  const { id, life, proposal } = theCase
  const { title } = proposal.form
  const summary = summaryOf(theCase)
  const row: WriteRow = (audience, sort, more) => ({ ...keys.row(audience, sort), body: { ...summary, ...more } })
  const started = life.path[0]?.entered ?? ''
  const byStart = `${started}#${id}`
  const waits = waitsNow(theCase)
  const wait = waits.find(({ of }) => of === 'stage')?.wait
  const shown = { ...outcomeShown(theCase), ...(wait && dueOf(wait)) }
  const inPublic = publicRowOf(theCase)
  return [
    ...boardRows(theCase, waits, shown, row),
    ...indexed(title).map((start) => rowIn(audiences.titled(start), byStart, { caseId: id, title })),
    row(audiences.proposals(proposerOf(proposal)), byStart, shown),
    ...(inPublic ? [rowIn(audiences.public, byStart, inPublic)] : []),
    ...tenderRows(theCase, wait, row),
    ...seatRows(theCase, { ...summary, ...shown }),
    // Without what changes with the case, so that a change of the case is none of its meetings.
    ...listedMeetings(theCase).map((meeting) =>
      rowIn(audiences.meetings, `${meeting.startsAt}#${id}#${meeting.id}`, { caseId: id, title, meeting }),
    ),
    ...(theCase.nomination
      ? [row(audiences.participation, byStart, { started, practices: participation(theCase) })]
      : []),
    ...markedRow(theCase, byStart, row),
    ...standingRow(theCase, row),
    ...waitingRows(theCase, waits, row),
  ]
}

const summaryOf = ({ id, life, proposal }: Case): Summary => ({
  caseId: id,
  title: proposal.form.title,
  area: proposal.form.area,
  stage: life.stage,
  status: life.status,
})

/** What the public's list shows of a case; undefined before it is accepted. */
export const publicRowOf = (theCase: Case): PublicRow | undefined =>
  theCase.proposal.status === 'accepted'
    ? {
        ...summaryOf(theCase),
        ...outcomeShown(theCase),
        ...(!isDecided(theCase) && awardNotices(theCase).length > 0 && { notice: true }),
      }
    : undefined

/** Of a case that has ended; an award is known while the contract is still followed. */
function outcomeShown({ life }: Case): { outcome?: Outcome; endedAt?: string } {
  if (life.status === 'ended') return { outcome: life.outcome, endedAt: life.endedAt }
  return life.stage === 'after-award' ? { outcome: 'awarded' } : {}
}

/** A tender that is open, and the same case for everybody who ever bid in it. */
function tenderRows(theCase: Case, wait: Wait | undefined, row: WriteRow): Row[] {
  const { id, life, tender, decision } = theCase
  const open = tender?.status === 'open' && wait?.name === 'tenders' && { round: tender.round, deadline: wait.dueAt }
  return [
    ...(open ? [row(audiences.tenders, `${open.deadline}#${id}`, open)] : []),
    ...everBid(tender).map((organisationId) =>
      row(audiences.tendered(organisationId), `${life.path[0]?.entered ?? ''}#${id}`, {
        ...outcomeShown(theCase),
        ...(open && { deadline: open.deadline }),
        ...(isAnnounced(decision) && bidders(tender).includes(organisationId) && { told: true }),
      }),
    ),
  ]
}

function markedRow(theCase: Case, byStart: string, row: WriteRow): Row[] {
  const papers = readByObservers(theCase).map(({ paper, at }) => ({ paper, at }))
  return papers.length > 0 ? [row(audiences.marked, byStart, { papers })] : []
}

function standingRow(theCase: Case, row: WriteRow): Row[] {
  const standing = theCase.panel?.standing
  if (!standing) return []
  const { area, from, id } = standing
  return [row(audiences.standing, `${area}#${from}#${id}#${theCase.id}`, { standing, ...servedIn(theCase, standing) })]
}

function seatRows(theCase: Case, shown: CaseRow): Row[] {
  const { id, life, panel } = theCase
  return Object.entries(panel?.seats ?? {}).flatMap(([person, seat]) => {
    if (seat.status !== 'accepted' && seat.status !== 'invited') return []
    const { id: panelId, until, members } = panel?.standing ?? {}
    const standing = panelId && until && members?.some((one) => one.person === person) && { id: panelId, until }
    const meetings = meetingsOf(theCase, person)
    const body: SeatRow = {
      ...shown,
      since: seat.status === 'accepted' ? seat.at : seat.since,
      accepted: seat.status === 'accepted',
      // The panel's work is done when the contract is awarded.
      ended: life.status === 'ended' || life.stage === 'after-award',
      ...(meetings.length > 0 && { meetings }),
      ...(standing && { standing }),
    }
    return [rowIn(audiences.seats(person), id, body)]
  })
}

/** Rows to put, and keys of rows to delete. */
export function rowChanges(before: Case | undefined, after: Case): (Row | { pk: string; sk: string })[] {
  const name = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`
  const was = new Map((before ? rowsOf(before) : []).map((row) => [name(row), row]))
  const is = new Map(rowsOf(after).map((row) => [name(row), row]))
  const put = [...is].filter(([key, row]) => !isDeepStrictEqual(was.get(key), row)).map(([, row]) => row)
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, { pk, sk }]) => ({ pk, sk }))
  return [...put, ...gone]
}
