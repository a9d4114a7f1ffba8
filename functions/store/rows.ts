import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../../domain/case/case.ts'
import type { Outcome } from '../../domain/case/decide.ts'
import { agreeToErasures, erasuresDue } from '../../domain/case/erasure.ts'
import type { Party } from '../../domain/case/party.ts'
import { challengesDue } from '../../domain/challenge/challenge.ts'
import { flagsDue } from '../../domain/conflict/chase.ts'
import { flagsInMidstage } from '../../domain/conflict/waits.ts'
import { isAnnounced } from '../../domain/decision/decision.ts'
import { awardNotices } from '../../domain/decision/notice.ts'
import { isDecided } from '../../domain/decision-record/record.ts'
import { listedMeetings, meetingsOf } from '../../domain/meeting/view.ts'
import { participation } from '../../domain/nomination/participation.ts'
import { proposerOf } from '../../domain/proposal/waits.ts'
import { servedIn } from '../../domain/standing-panel/served.ts'
import { substituting } from '../../domain/substitution/substituting.ts'
import { bidders, everBid } from '../../domain/tender/tender.ts'
import { waitRules } from '../../domain/wait/rules.ts'
import type { Wait } from '../../domain/wait/wait.ts'
import type { BoardRow, CaseRow, PublicRow, SeatRow, Summary } from '../api/answers/list.ts'
import { type Audience, audiences, type Listed } from './audiences.ts'
import { keys } from './keys.ts'
import { indexed } from './title-index.ts'

/**
 * What a list shows of a case. Each row is written for one audience, in the same transaction as the events, so that a list
 * is one Query and nobody's list is ever filtered after it was read (design §3).
 */
export interface Row {
  pk: string
  sk: string
  body: Listed
}

/** What is paused has no due time: it comes after everything that has one. */
const AT_NO_TIME = '9999-12-31T00:00:00.000Z'

const rowIn = <Body extends Listed>(audience: Audience<Body>, sort: string, body: Body): Row => ({
  ...keys.row(audience, sort),
  body,
})

/** A row of a list that shows the summary of a case, and more. */
type WriteRow = <Body extends Summary>(audience: Audience<Body>, sort: string, more: Omit<Body, keyof Summary>) => Row

export function rowsOf(theCase: Case): Row[] {
  const { life, proposal, tender, id } = theCase
  const wait = life.status === 'open' ? life.wait : undefined
  const rule = wait && waitRules[wait.name]
  const waitsFor = rule ? rule.waitsFor(theCase) : []
  const started = life.path[0]?.entered ?? ''
  const summary = summaryOf(theCase)
  const inPublic = publicRowOf(theCase)
  const outcome = outcomeShown(theCase)
  const due = wait && dueOf(wait)
  const beside = life.status === 'open' ? life.substitution?.wait : undefined
  const besideWaitsFor = beside ? waitRules[beside.name].waitsFor(substituting(theCase)) : []
  const substitution = beside && {
    ...dueOf(beside),
    waitsFor: besideWaitsFor,
    next: waitRules[beside.name].consequence,
  }
  const row: WriteRow = (audience, sort, more) => ({ ...keys.row(audience, sort), body: { ...summary, ...more } })
  // Flags that came up in the midst of a stage are in no wait.
  const flags = flagsDue(theCase)
  // Whoever rules for the stage does it on the same page: one task, due when the first of both is.
  const ruling = wait?.name === 'adjudication' ? flags : undefined
  const asked = ruling && due && ruling.dueAt < due.dueAt ? { ...due, dueAt: ruling.dueAt } : due
  const challenges = challengesDue(theCase.challenges)
  const erasures = erasuresDue(theCase)
  const first = firstDue({ status: life.status, started, dues: [wait, beside, flags, challenges, erasures] })
  const flagsShown = flags && { flags: { count: flagsInMidstage(theCase).length, ...flags } }
  const proposer = proposerOf(proposal)
  // In key order: what is past comes after what is open. An erasure that waits for somebody is not past.
  const place = life.status === 'ended' && !erasures ? `past#${life.endedAt}#${id}` : `open#${first}#${id}`
  const onBoard = (audience: Audience<BoardRow>, sort = place) =>
    row(audience, sort, {
      ...outcome,
      ...due,
      ...flagsShown,
      ...(challenges && { challenges }),
      ...(erasures && { erasures }),
      ...(wait && { waitsFor, next: rule?.consequence }),
      ...(substitution && { substitution }),
      started,
    })
  return [
    onBoard(audiences.board),
    onBoard(audiences.boardOf(life.stage)),
    onBoard(audiences.boardRows, id),
    ...indexed(proposal.form.title).map((start) =>
      rowIn(audiences.titled(start), `${started}#${id}`, { caseId: id, title: proposal.form.title }),
    ),
    row(audiences.proposals(proposer), `${started}#${id}`, { ...outcome, ...due }),
    ...(inPublic ? [rowIn(audiences.public, `${started}#${id}`, inPublic)] : []),
    ...(tender?.status === 'open' && wait?.name === 'tenders'
      ? [row(audiences.tenders, `${wait.dueAt}#${id}`, { round: tender.round, deadline: wait.dueAt })]
      : []),
    ...everBid(tender).map((organisationId) =>
      row(audiences.tendered(organisationId), `${started}#${id}`, {
        ...outcome,
        ...(tender?.status === 'open' && wait?.name === 'tenders' && { deadline: wait.dueAt }),
        ...(isAnnounced(theCase.decision) && bidders(tender).includes(organisationId) && { told: true }),
      }),
    ),
    ...seatRows(theCase, { ...summary, ...outcome, ...due }),
    // Without what changes with the case, so that a change of the case is none of its meetings.
    ...listedMeetings(theCase).map((meeting) =>
      rowIn(audiences.meetings, `${meeting.startsAt}#${id}#${meeting.id}`, {
        ...{ caseId: id, title: proposal.form.title, meeting },
      }),
    ),
    ...(theCase.nomination
      ? [row(audiences.participation, `${started}#${id}`, { started, practices: participation(theCase) })]
      : []),
    ...standingRow(theCase, row),
    ...waitsFor.map((party) => row(audiences.waiting(party), `${placeOf(party, asked)}${id}`, { ...asked })),
    ...besideWaitsFor.map((party) =>
      row(audiences.waiting(party), `${placeOf(party, beside)}${id}#substitution`, { ...(beside && dueOf(beside)) }),
    ),
    ...(flags && !ruling
      ? [
          row(audiences.waiting({ kind: 'programme-manager' }), `${flags.dueAt}#${id}#flags`, {
            wait: 'adjudication',
            ...flags,
          }),
        ]
      : []),
    ...(challenges
      ? [
          { kind: 'programme-manager' as const },
          ...(challenges.escalatedAt ? [{ kind: 'approver' as const }] : []),
        ].map((party) => row(audiences.waiting(party), `${challenges.dueAt}#${id}#challenges`, { challenges }))
      : []),
    ...(erasures
      ? agreeToErasures.map((party) => row(audiences.waiting(party), `${erasures.dueAt}#${id}#erasures`, { erasures }))
      : []),
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

/**
 * The time by which the board sorts a case: when the first thing that is asked of anybody is due. For a case that is at work
 * itself, when it started.
 */
export function firstDue({
  status,
  started,
  dues,
}: {
  status: Case['life']['status']
  started: string
  dues: ({ dueAt?: string | undefined } | undefined)[]
}): string {
  if (status === 'paused') return AT_NO_TIME
  return dues.flatMap((one) => one?.dueAt ?? []).sort()[0] ?? started
}

/**
 * Where a row of what waits for somebody stands in their list. A practice, a person or a provider has few such rows, and a case
 * may wait for many of them at once: their rows are sorted by the case alone, so that a deadline that moves costs one write for
 * each, not two. The secretariat and the approver have many rows, sorted by what is due first.
 */
const placeOf = (party: Party, wait: Pick<Wait, 'dueAt'> | undefined): string =>
  'id' in party ? '' : `${wait?.dueAt}#`

const dueOf = ({ name, since, dueAt, escalatedAt }: Wait) => ({
  wait: name,
  since,
  dueAt,
  ...(escalatedAt && { escalatedAt }),
})

/** Of a case that has ended; an award is known while the contract is still followed. */
function outcomeShown({ life }: Case): { outcome?: Outcome; endedAt?: string } {
  if (life.status === 'ended') return { outcome: life.outcome, endedAt: life.endedAt }
  return life.stage === 'after-award' ? { outcome: 'awarded' } : {}
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
