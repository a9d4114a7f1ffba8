import type { Capacity } from '../domain/case/capacity.ts'
import type { Stage } from '../domain/case/case.ts'
import type { Outcome } from '../domain/case/decide.ts'
import type { ErasuresDue } from '../domain/case/erasure.ts'
import type { Actor, Party } from '../domain/case/party.ts'
import type { viewCase } from '../domain/case/view.ts'
import type { ChallengesDue } from '../domain/challenge/challenge.ts'
import type { ForecastStage } from '../domain/forecast/forecast.ts'
import type { Organisation, Person, Practice } from '../domain/locality/locality.ts'
import type { MeetingListed } from '../domain/meeting/view.ts'
import type { Area } from '../domain/proposal/areas.ts'
import type { QuotedHead } from '../domain/record/chain.ts'
import type { WaitName } from '../domain/wait/wait.ts'

/** What lists show of a case. */
export interface CaseRow {
  caseId: string
  title: string
  area: Area
  stage: Stage
  status: 'open' | 'paused' | 'ended'
  outcome?: Outcome
  endedAt?: string
  /** There is a notice of the intended award. */
  notice?: boolean
  wait?: WaitName
  since?: string
  dueAt?: string
  escalatedAt?: string
}

export interface BoardRow extends CaseRow {
  started: string
  waitsFor?: Party[]
  /** What happens at the deadline. */
  next?: string
  /** What the search for a substitute waits for, beside the stage. */
  substitution?: { wait: WaitName; dueAt: string; escalatedAt?: string; waitsFor: Party[] }
  /** Flagged interests that came up in the midst of the stage, and wait for a ruling. */
  flags?: { count: number; dueAt: string; escalatedAt?: string }
  challenges?: ChallengesDue
  erasures?: ErasuresDue
}

export interface ListPage<Row> {
  rows: Row[]
  next?: string
}

/** Of each stage what is due first. */
export interface BoardColumns {
  columns: { stage: Stage; rows: BoardRow[]; more: boolean }[]
}

/** A case that waits for somebody, and as what it waits for them. */
export interface WaitingRow extends CaseRow {
  as: Party['kind']
  /** These wait for them, and no wait. */
  challenges?: ChallengesDue
  erasures?: ErasuresDue
}

/** A case that an organisation has tendered for, as its people see it. */
export interface TenderedRow extends CaseRow {
  /** It is open until then. */
  deadline?: string
  /** The outcome and their letter are there to be read. */
  told?: boolean
}

export type MeetingRow = MeetingListed & { caseId: string; title: string }

export interface Me {
  person: Person
  waiting: WaitingRow[]
  proposals: CaseRow[]
  /** Cases that their organisation has tendered for. */
  tenders: TenderedRow[]
  /** Cases whose panel they sit on, or are invited to. */
  panels: CaseRow[]
  /** Meetings to come of those panels; for the secretariat, of every panel. */
  meetings: MeetingRow[]
  /** Lists of these that are longer than what is here of them. */
  more: ('waiting' | 'proposals' | 'tenders' | 'panels')[]
  /** Cases that the person is locked out of, and why. */
  excluded: { caseId: string; reason: string }[]
}

export interface CaseView extends ReturnType<typeof viewCase> {
  /** The number is left out for whoever may not count what others do. */
  head: QuotedHead
  may: string[]
  sees: string[]
  forecast: ForecastStage[]
}

export interface TimelineEvent {
  sequence: number
  at: string
  /** Of some, only in what capacity they acted. */
  by: Actor | { as: Capacity }
  type: string
  /** What happened and why, in a sentence. */
  told: string
  /** By somebody who is excluded for a conflict of interest now. */
  byPutOut?: true
  /** The wait that it opened. */
  wait?: WaitName
}

export interface TimelinePage {
  events: TimelineEvent[]
  /** What bidders do is left out until the tenders have closed. */
  tendersSealed: boolean
  next?: number
}

export interface Registers {
  practices: Practice[]
  organisations: Organisation[]
  areas: { id: Area; name: string; level: number }[]
  colleagues: Pick<Person, 'id' | 'name' | 'profession' | 'roles'>[]
}

interface ProblemDetails {
  title: string
  detail: string
  status: number
  code: string
  faults?: Problem['faults']
}

/** A refusal as the API says it (RFC 9457), or what stands for one when no answer came. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly title: string
  readonly status: number
  readonly code: string
  /** Everything wrong with what was sent, each with a JSON Pointer to it. */
  readonly faults: { pointer: string; detail: string }[]

  constructor(said: ProblemDetails) {
    super(said.detail)
    this.title = said.title
    this.status = said.status
    this.code = said.code
    this.faults = said.faults ?? []
  }
}

/** No answer came to a question. */
export const unreachable = (): Problem =>
  new Problem({
    title: 'The service cannot be reached',
    detail: 'Check your connection. Nothing you typed is lost. Try again in a moment.',
    status: 0,
    code: 'Unreachable',
  })

/** No answer came to what was to be done: it may have been. */
const unanswered = (): Problem =>
  new Problem({
    title: 'No answer came from the service',
    detail:
      'Check your connection. What you sent may have arrived, or it may not. Nothing you typed is lost. Send it again: it is done only once, however often it arrives.',
    status: 0,
    code: 'Unreachable',
  })

const unreadable = {
  title: 'The service is not working',
  detail:
    'The service sent an answer that this page cannot read. Nothing you typed is lost. Try again in a few minutes.',
  code: 'Unreadable',
}

const busy = {
  title: 'The service is busy',
  detail: 'The service is handling too many requests. Nothing you typed is lost. Try again in a minute.',
  code: 'Busy',
}

const signedOut = {
  title: 'You are not signed in',
  detail: 'Your sign-in has ended. Sign in again: nothing you typed is lost.',
  code: 'NotSignedIn',
}

/** What stands before the API, a gateway or a proxy, refuses in words of its own. */
const ofTheGateway: Partial<Record<number, Omit<ProblemDetails, 'status'>>> = { 401: signedOut, 429: busy, 503: busy }

/** What an unsuccessful answer says, no matter what gave it. */
async function problemIn(response: Response): Promise<Problem> {
  const { status } = response
  const said: unknown = await response.json().catch(() => undefined)
  return new Problem(isProblem(said) ? { ...said, status } : { ...(ofTheGateway[status] ?? unreadable), status })
}

const isProblem = (said: unknown): said is ProblemDetails =>
  typeof said === 'object' && said !== null && 'title' in said && 'detail' in said && 'code' in said

interface Sending {
  token?: string | undefined
  /** A command: sent with `once`, so that sending it again does it once. */
  command?: { body: unknown; once: string }
  /** Something to keep over the version of it that it was made from; 0 where there was none. */
  keep?: { body: unknown; over: number }
  /** Delete it. */
  remove?: true
}

/** Bytes of a document, with in how many parts it comes, and what tells the whole from any other. */
export interface Part {
  bytes: ArrayBuffer
  parts: number
  digest: string | null
}

/** One part of a document. @throws Problem */
export async function askBytes(path: string, { token }: Sending = {}): Promise<Part> {
  const headers = new Headers({ ...(token && { authorization: `Bearer ${token}` }) })
  const response = await fetch(path, { headers }).catch(() => {
    throw unreachable()
  })
  if (!response.ok) throw await problemIn(response)
  const { headers: has } = response
  return { bytes: await response.arrayBuffer(), parts: Number(has.get('x-parts')), digest: has.get('repr-digest') }
}

/** One request to the API. @throws Problem */
export async function ask<Answer>(path: string, { token, command, keep, remove }: Sending = {}): Promise<Answer> {
  const headers = new Headers({ accept: 'application/json' })
  if (token) headers.set('authorization', `Bearer ${token}`)
  if (command) {
    headers.set('content-type', 'application/json')
    headers.set('idempotency-key', command.once)
  }
  if (keep) {
    headers.set('content-type', 'application/json')
    headers.set('if-match', `"${keep.over}"`)
  }
  const request = {
    headers,
    ...(command && { method: 'POST', body: JSON.stringify(command.body) }),
    ...(keep && { method: 'PUT', body: JSON.stringify(keep.body) }),
    ...(remove && { method: 'DELETE' }),
  }
  const response = await fetch(path, request).catch(() => {
    throw command ? unanswered() : unreachable()
  })
  if (response.status === 204) return undefined as Answer
  if (!response.ok) throw await problemIn(response)
  if (!/[/+]json/.test(response.headers.get('content-type') ?? ''))
    throw new Problem({ ...unreadable, status: response.status })
  return (await response.json()) as Answer
}
