import { isDeepStrictEqual } from 'node:util'
import type { Case, Stage } from '../../domain/case/case.ts'
import type { Outcome } from '../../domain/case/decide.ts'
import { agreeToErasures, erasuresDue } from '../../domain/case/erasure.ts'
import type { Party } from '../../domain/case/party.ts'
import { challengesDue } from '../../domain/challenge/challenge.ts'
import { flagsDue } from '../../domain/conflict/chase.ts'
import { flagsInMidstage } from '../../domain/conflict/waits.ts'
import { isAnnounced } from '../../domain/decision/decision.ts'
import { awardNotices } from '../../domain/decision/notice.ts'
import { isDecided } from '../../domain/decision-record/record.ts'
import { listedMeetings, type MeetingListed, meetingsOf } from '../../domain/meeting/view.ts'
import { participation } from '../../domain/nomination/participation.ts'
import { proposerOf } from '../../domain/proposal/waits.ts'
import { type Served, servedIn } from '../../domain/standing-panel/served.ts'
import type { StandingPanel } from '../../domain/standing-panel/standing-panel.ts'
import { substituting } from '../../domain/substitution/substituting.ts'
import { bidders, everBid } from '../../domain/tender/tender.ts'
import { waitRules } from '../../domain/wait/rules.ts'
import type { Wait } from '../../domain/wait/wait.ts'
import { keys } from './keys.ts'
import { indexed } from './title-index.ts'

/**
 * What lists show of a case: rows written for one audience each, in the same transaction as the events, so that a list
 * is one Query and nobody's list is ever filtered after it was read (design §3).
 */
export interface Row {
  pk: string
  sk: string
  body: Record<string, unknown>
}

/** A seat as the draws of other cases need to know of it, and its holder; the rest is what every list shows of the case. */
export interface SeatRow {
  caseId: string
  /** When it was accepted, or offered. */
  since: string
  /** Not only offered. */
  accepted: boolean
  ended: boolean
  /** The meetings that its holder is asked to come to, once the seat is accepted. */
  meetings?: MeetingListed[]
  /** The panel of an area that it is a seat of, for its term: one panel, however many cases it serves. */
  standing?: { id: string; until: string }
}

/** A case that a panel of its area serves: one Query of them says who sits for which term, and who came to what. */
export interface StandingRow extends Served {
  caseId: string
  standing: StandingPanel
}

/** Lists and who reads them. */
export const audiences = {
  /** The programme manager's board: every case, by what is due first. */
  board: 'board',
  /** The same, of the cases in one stage. */
  boardOf: (stage: Stage) => `board#${stage}`,
  /** The same row of a case, by its identifier: for whoever found the case otherwise. */
  boardRows: 'board-rows',
  /** The cases in whose title a word begins so, as `indexed` says it. */
  titled: (start: string) => `titled#${start}`,
  /** The public's: every case that has been accepted. */
  public: 'public',
  /** The public's: tenders that are open, by deadline. */
  tenders: 'tenders',
  /** The cases that a provider has tendered for. */
  tendered: (organisationId: string) => `tendered#${organisationId}`,
  /** What waits for somebody. */
  waiting: (party: Party) => ('id' in party ? `${party.kind}#${party.id}` : party.kind),
  /** What each practice did, case by case. */
  participation: 'participation',
  /** The panels that serve an area for a term, by area and term, with each case that they serve. */
  standing: 'standing',
  /** When the panels of all cases meet, by when: for the secretariat. */
  meetings: 'meetings',
  /** The panels that a person sits on, or is invited to: theirs to read, and the draws' of other cases. */
  seats: (person: string) => `seats#${person}`,
  /** The proposals of a practice, of a provider, or of a person. */
  proposals: (party: Party) => `proposals#${audiences.waiting(party)}`,
}

/** What is paused is due at no time: it comes after all that is. */
const AT_NO_TIME = '9999-12-31T00:00:00.000Z'

export function rowsOf(theCase: Case): Row[] {
  const { life, proposal, tender, id } = theCase
  const wait = life.status === 'open' ? life.wait : undefined
  const rule = wait && waitRules[wait.name]
  const waitsFor = rule ? rule.waitsFor(theCase) : []
  const started = life.path[0]?.entered ?? ''
  const summary = {
    caseId: id,
    title: proposal.form.title,
    area: proposal.form.area,
    stage: life.stage,
    status: life.status,
  }
  const outcome = outcomeShown(theCase)
  const due = wait && dueOf(wait)
  const beside = life.status === 'open' ? life.substitution?.wait : undefined
  const besideWaitsFor = beside ? waitRules[beside.name].waitsFor(substituting(theCase)) : []
  const substitution = beside && {
    ...dueOf(beside),
    waitsFor: besideWaitsFor,
    next: waitRules[beside.name].consequence,
  }
  const row = (audience: string, sort: string, body: Record<string, unknown>): Row => ({
    ...keys.row(audience, sort),
    body: { ...summary, ...body },
  })
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
  const place = `${life.status === 'ended' && !erasures ? 'past' : 'open'}#${first}#${id}`
  const onBoard = (audience: string, sort = place) =>
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
    ...indexed(proposal.form.title).map((start) => ({
      ...keys.row(audiences.titled(start), `${started}#${id}`),
      body: { caseId: id, title: proposal.form.title },
    })),
    row(audiences.proposals(proposer), `${started}#${id}`, { ...outcome, ...due }),
    ...(proposal.status === 'accepted'
      ? [
          row(audiences.public, `${started}#${id}`, {
            ...outcome,
            ...(!isDecided(theCase) && awardNotices(theCase).length > 0 && { notice: true }),
          }),
        ]
      : []),
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
    ...listedMeetings(theCase).map((meeting) => ({
      ...keys.row(audiences.meetings, `${meeting.startsAt}#${id}#${meeting.id}`),
      body: { caseId: id, title: proposal.form.title, meeting },
    })),
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

/** What the board goes by: when the first of all that is asked of somebody is due; of a case that is at work itself, its start. */
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
 * What is waited for by somebody who has one of few such rows stands by the case alone: many are waited for at once, and a deadline
 * that moves then costs one write for each of them, not two. Whoever has many of them, as the secretariat, reads what is due first.
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

function standingRow(
  theCase: Case,
  row: (audience: string, sort: string, body: Record<string, unknown>) => Row,
): Row[] {
  const standing = theCase.panel?.standing
  if (!standing) return []
  const { area, from, id } = standing
  return [row(audiences.standing, `${area}#${from}#${id}#${theCase.id}`, { standing, ...servedIn(theCase, standing) })]
}

function seatRows(theCase: Case, shown: Record<string, unknown>): Row[] {
  const { id, life, panel } = theCase
  return Object.entries(panel?.seats ?? {}).flatMap(([person, seat]) => {
    if (seat.status !== 'accepted' && seat.status !== 'invited') return []
    const { id: panelId, until, members } = panel?.standing ?? {}
    const standing = panelId && until && members?.some((one) => one.person === person) && { id: panelId, until }
    const meetings = meetingsOf(theCase, person)
    const body: SeatRow = {
      caseId: id,
      since: seat.status === 'accepted' ? seat.at : seat.since,
      accepted: seat.status === 'accepted',
      // The panel's work is done when the contract is awarded.
      ended: life.status === 'ended' || life.stage === 'after-award',
      ...(meetings.length > 0 && { meetings }),
      ...(standing && { standing }),
    }
    return [{ ...keys.row(audiences.seats(person), id), body: { ...shown, ...body } }]
  })
}

/** What the public's list has of a case; undefined before it is accepted. */
export const publicRowOf = (theCase: Case): Row['body'] | undefined =>
  rowsOf(theCase).find(({ pk }) => pk === keys.row(audiences.public, '').pk)?.body

/** Rows to put, and keys of rows to delete. */
export function rowChanges(before: Case | undefined, after: Case): (Row | { pk: string; sk: string })[] {
  const name = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`
  const was = new Map((before ? rowsOf(before) : []).map((row) => [name(row), row]))
  const is = new Map(rowsOf(after).map((row) => [name(row), row]))
  const put = [...is].filter(([key, row]) => !isDeepStrictEqual(was.get(key), row)).map(([, row]) => row)
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, { pk, sk }]) => ({ pk, sk }))
  return [...put, ...gone]
}
