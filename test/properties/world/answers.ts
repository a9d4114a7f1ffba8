import type { Asked } from './requests.ts'
import type { World } from './world.ts'

export interface Answer {
  asked: string
  operation: string
  status: number
  headers: Record<string, string>
  body: string
}

/** Who asks; nobody in particular without a person. */
export interface Observer {
  called: string
  person?: string
  /** The case is their proposal. */
  proposed?: true
}

/**
 * Asks everything of the world as it is now, and leaves it so: each write is taken back before the next. Then the mails that
 * the person has got since.
 */
export async function answersTo(
  world: World,
  { person }: Observer,
  requests: readonly Asked[],
  mailsBefore: number,
): Promise<Answer[]> {
  const now = world.keep()
  const authorization = person === undefined ? {} : { authorization: `Bearer ${await world.token(person)}` }
  const answers: Answer[] = []
  for (const request of requests) {
    const { operation, method, body, headers, pages } = request
    let path: string | undefined = request.path
    for (let page = 0; path !== undefined && page < 4; page += 1) {
      const answer = await world.fetch(`http://world.test${path}`, {
        method,
        headers: { ...authorization, ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      const type = answer.headers.get('content-type') ?? ''
      answers.push({
        asked: `${method} ${path} ${JSON.stringify(headers?.['if-match'] ?? '')} ${JSON.stringify(body ?? '').slice(0, 300)}`,
        operation,
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        // A PDF holds the hash of an event, compressed; its words are those of the view beside it.
        body: type.includes('pdf') ? `${text.length > 0}` : world.withoutEventHashes(text),
      })
      path = pages && answer.ok ? nextPage(path, text) : undefined
    }
    if (method !== 'GET') world.restore(now)
  }
  const email = world.people.find(({ id }) => id === person)?.email
  const mails = world.mails.slice(mailsBefore).filter(({ to }) => to === email)
  return [
    ...answers,
    { asked: 'the mails since', operation: 'mail', status: 0, headers: {}, body: JSON.stringify(mails) },
  ]
}

function nextPage(path: string, text: string): string | undefined {
  const { next } = JSON.parse(text) as { next?: string | number }
  if (next === undefined) return undefined
  const url = new URL(path, 'http://world.test')
  url.searchParams.set('after', String(next))
  return url.pathname + url.search
}

/** Where two rounds of answers differ, in words; a header as much as a body. */
export function differences(one: readonly Answer[], other: readonly Answer[]): string[] {
  const found = one.flatMap((answer, index) => {
    const twin = other[index]
    if (twin === undefined) return [`${answer.asked}: answered in one world only`]
    if (answer.asked !== twin.asked) return [`${answer.asked} / ${twin.asked}: another page follows`]
    const said = ({ status, headers, body }: Answer) => `${status} ${JSON.stringify(headers)} ${body}`
    const [a, b] = [said(answer), said(twin)]
    return a === b ? [] : [`${answer.operation}: ${answer.asked}\n   ${around(a, b)}\n   ${around(b, a)}`]
  })
  return one.length === other.length ? found : [...found, `${one.length} answers / ${other.length} answers`]
}

/** The place where a text begins to differ from another. */
function around(text: string, from: string): string {
  let at = 0
  while (at < text.length && text[at] === from[at]) at += 1
  return `…${text.slice(Math.max(0, at - 120), at + 160)}…`
}
