import { randomUUID } from 'node:crypto'
import { signIn } from '../identity/sign-in.ts'

/** What the API answered when it refused: the sentence it gave the person. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  readonly code: string
  constructor(
    status: number,
    problem: { code?: string; title?: string; detail?: string; faults?: { pointer: string; detail: string }[] },
  ) {
    const faults = (problem.faults ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`)
    super([problem.detail ?? `HTTP ${status}`, ...faults].join('\n  '))
    this.status = status
    this.code = problem.code ?? String(status)
  }
}

/** How long a client waits for a server that does not answer (it may be starting again), in milliseconds. */
const PATIENCE = 60_000

/** Sends a request again when no answer came. A command is sent under an idempotency key, so that it is done once. */
export async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      const passing = error instanceof TypeError || (error instanceof Refused && error.status >= 500)
      if (!passing || performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** The JSON that a page of the locality itself answers with; asked again while it gets no answer. */
export const localJson = <T>(url: string, init?: RequestInit): Promise<T> =>
  persistently(async () => {
    const answer = await fetch(url, init)
    const body = await answer.json()
    if (!answer.ok) throw new Refused(answer.status, body as object)
    return body as T
  })

/** One person at the portal, over HTTP alone. */
export class Client {
  readonly baseUrl: string
  readonly personId: string
  /** The events that the person's commands were answered with. */
  readonly done: string[] = []
  #token: string | undefined

  constructor(baseUrl: string, personId: string) {
    this.baseUrl = baseUrl
    this.personId = personId
  }

  get<T = Record<string, unknown>>(path: string): Promise<T> {
    return this.#send<T>(path, { method: 'GET' })
  }

  async post<T = Record<string, unknown>>(path: string, body: unknown = {}): Promise<T> {
    const answer = await this.#send<T & { events?: string[] }>(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    })
    this.done.push(...(answer.events ?? []))
    return answer
  }

  put<T = Record<string, unknown>>(path: string, body: unknown, etag: string): Promise<T> {
    return this.#send<T>(path, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'if-match': etag },
    })
  }

  #send<T>(path: string, init: RequestInit): Promise<T> {
    return persistently(async () => {
      this.#token ??= (await signIn(this.baseUrl, this.personId)).accessToken
      const answer = await fetch(`${this.baseUrl}${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${this.#token}` },
      })
      const text = await answer.text()
      const body = text === '' ? {} : JSON.parse(text)
      if (!answer.ok) throw new Refused(answer.status, body)
      return body as T
    })
  }
}
