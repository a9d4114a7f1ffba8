import type { Observer } from './answers.ts'
import type { Asked } from './requests.ts'
import { ORIGIN, type World } from './world.ts'

/** What somebody was told by a request: all of it, as text. */
export interface Told {
  asked: string
  operation: string
  status: number
  said: string
}

/** Asks everything of the world as it is now; each write is taken back before the next. */
export async function toldTo(world: World, { person }: Observer, requests: readonly Asked[]): Promise<Told[]> {
  const now = world.keep()
  const authorization = person === undefined ? {} : { authorization: `Bearer ${await world.token(person)}` }
  const told: Told[] = []
  for (const { operation, method, path, body, headers } of requests) {
    const answer = await world.fetch(`${ORIGIN}${path}`, {
      method,
      headers: { ...authorization, ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const said = `${JSON.stringify([...answer.headers])} ${await answer.text()}`
    told.push({ asked: `${method} ${path}`, operation, status: answer.status, said })
    if (method !== 'GET') world.restore(now)
  }
  return told
}
