import type { ObservedLocality, TableRequest } from '../observed-locality.ts'

/** A request to the API, how long it took until its last byte, and what it asked of the table. */
export interface TimedRequest {
  /** `nominate`, `GET /api/board`: with identifiers left out; `ask-question with documents`, where some go with it. */
  operation: string
  status: number
  milliseconds: number
  requests: TableRequest[]
}

/**
 * While the work goes on, each request of this process to the API is made when the locality is quiet, timed, and told of
 * when it is quiet again.
 */
export async function timingRequests(
  locality: ObservedLocality,
  told: (request: TimedRequest) => Promise<void>,
  work: () => Promise<unknown>,
): Promise<void> {
  const { fetch } = globalThis
  let last = Promise.resolve()
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (!url.href.startsWith(`${locality.url}/api/`)) return fetch(input, init)
    const { promise, resolve } = Promise.withResolvers<void>()
    const turn = last
    last = promise
    await turn
    try {
      await locality.settled()
      const from = locality.requests.length
      const begun = performance.now()
      const answer = await fetch(input, init)
      const body = await answer.arrayBuffer()
      const milliseconds = performance.now() - begun
      await locality.settled()
      const method = init?.method ?? 'GET'
      const origin = `api ${method} ${url.pathname}`
      const requests = locality.requests.slice(from).filter((request) => request.origin === origin)
      const documents = /"documents":\[\{/.test(String(init?.body)) ? ' with documents' : ''
      const operation = `${operationOf(method, url.pathname)}${documents}`
      await told({ operation, status: answer.status, milliseconds, requests })
      return new Response(answer.status === 204 ? null : body, { status: answer.status, headers: answer.headers })
    } finally {
      resolve()
    }
  }
  try {
    await work()
  } finally {
    globalThis.fetch = fetch
  }
}

/** A command on a case is its name; anything else its method and path. */
export function operationOf(method: string, path: string): string {
  const general = path.replace(/\/c[0-9a-f]{12}(?=\/|$)/, '/{id}').replace(/(\/score-drafts\/).+/, '$1{organisationId}')
  return method === 'POST' ? general.replace('/api/cases/{id}/', '') : `${method} ${general}`
}
