import { Hono } from 'hono'
import type { Counts } from '../counts.ts'
import type { SignInPeople } from '../identity/sign-in-routes.ts'
import type { Outbox } from '../mail/outbox.ts'
import { style } from '../page.ts'
import type { Progress } from '../sample/sample-cases.ts'
import { clockRoutes, type MovableClock } from './clock.ts'
import { outboxRoutes } from './outbox.ts'

/** What only the one-machine locality has: its clock, its outbox, its counts, and who can sign in. */
export function localRoutes(options: {
  clock: MovableClock
  outbox: Outbox
  signIn: SignInPeople
  counts: () => Promise<Counts>
  sampleCases: Progress
  uploads: Hono
}): Hono {
  const { clock, outbox, signIn, counts, sampleCases, uploads } = options
  const routes = new Hono()
  routes.use('/local/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  routes.get('/local/page.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  routes.route('/', clockRoutes(clock))
  routes.route('/', outboxRoutes(outbox))
  routes.route('/', uploads)
  routes.get('/local/counts', async (c) => c.json(await counts()))
  routes.get('/local/sample-cases', (c) => c.json(sampleCases))
  routes.get('/local/people', (c) =>
    c.json({
      people: signIn.people.map(({ id, name, roles, profession, practiceId, organisationId }) => {
        const placeId = practiceId ?? organisationId
        const place = placeId === undefined ? undefined : signIn.places.get(placeId)
        return { id, name, roles, profession, practiceId, organisationId, place }
      }),
    }),
  )
  return routes
}
