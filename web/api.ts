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

/**
 * One request to the API. What it answers with is said in functions/api/answers/, and the tests hold every answer to that.
 * @throws Problem
 */
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
