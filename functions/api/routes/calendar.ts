import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../../domain/refusal.ts'
import { addMilliseconds, instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'
import { type Deps, deps } from '../../runtime/deps.ts'
import { setting } from '../../runtime/setting.ts'
import { dropSubscription, findSubscription, keepSubscription } from '../../store/calendar-store.ts'
import { readWaiting } from '../../store/list-store.ts'
import { type Known, loadPerson } from '../../store/locality-store.ts'
import { readMeetings } from '../../store/meeting-store.ts'
import { authorise } from '../access.ts'
import { type Api, route } from '../api.ts'
import { json, problems, publicProblems } from '../responses.ts'
import { signedIn } from '../sign-in.ts'
import { idSchema } from '../text.ts'
import { noQuery, programmeView } from '../view.ts'

const subscriptionAnswer = z
  .object({ since: instantSchema.optional().meta({ description: 'Absent while nobody can read the calendar' }) })
  .meta({ id: 'CalendarSubscription' })
const hex = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
/** Programmes that read calendars turn no pages: one answer has all that can sensibly wait for one person. */
const MOST_IN_A_CALENDAR = 1_000
/** How long a meeting that is over stays in a calendar, in milliseconds. */
const MEETINGS_KEPT = 60 * 86_400_000
const own = { tag: 'Calendar', signIn: signedIn, path: '/api/calendar' as const }

/**
 * What waits for a person, in the calendar they use: read at an address with a secret in it, since calendars do not sign in. The
 * secret is made where the person is; here is only its fingerprint.
 */
export function calendarRoutes(app: Api): void {
  programmeView(app, {
    name: 'view-calendar-subscription',
    path: '/api/calendar',
    summary: 'Since when your calendar can be read at the address you made',
    answer: subscriptionAnswer,
    query: noQuery,
    view: async ({ known, deps }) => {
      const { person } = authorise(known, 'subscribe-calendar')
      const found = await findSubscription(deps, person.id)
      return found ? { since: found.since } : {}
    },
  })
  route(app, {
    ...own,
    method: 'post',
    name: 'subscribe-calendar',
    summary: 'Let anyone who has a secret read your calendar; the previous secret no longer works',
    request: {
      body: z.strictObject({ fingerprint: hex.meta({ description: 'SHA-256 of the secret, in hex' }) }),
    },
    responses: { 200: { description: 'Done', content: json(subscriptionAnswer) }, ...problems },
    handle: async (c, { body }) => {
      const { person } = authorise(c.get('known'), 'subscribe-calendar')
      const { fingerprint } = body
      const since = deps().now()
      await keepSubscription(deps(), person.id, { fingerprint, since })
      return c.json({ since }, 200)
    },
  })
  route(app, {
    ...own,
    method: 'delete',
    name: 'end-calendar-subscription',
    summary: 'Stop access to your calendar',
    responses: { 204: { description: 'Done' }, ...problems },
    handle: async (c) => {
      const { person } = authorise(c.get('known'), 'subscribe-calendar')
      await dropSubscription(deps(), person.id)
      return c.body(null, 204)
    },
  })
  feedRoute(app)
}

function feedRoute(app: Api): void {
  route(app, {
    method: 'get',
    path: '/api/public/calendar/{person}',
    name: 'read-calendar',
    summary: 'What is waiting for a person, as iCalendar, for anyone who has the secret',
    tag: 'Calendar',
    request: {
      params: z.object({ person: idSchema }),
      query: z.object({ secret: z.string().min(1).max(200) }),
    },
    responses: {
      200: { description: 'Calendar', content: { 'text/calendar': { schema: { type: 'string' } } } },
      ...publicProblems,
    },
    handle: async (c, { params, query }) => {
      const { person } = params
      const known = await readerOf(deps(), person, query.secret)
      const now = deps().now()
      const [{ rows }, meetings] = await Promise.all([
        readWaiting(deps(), known, MOST_IN_A_CALENDAR),
        readMeetings(deps(), known, { from: addMilliseconds(now, -MEETINGS_KEPT), most: MOST_IN_A_CALENDAR }),
      ])
      const { feed } = await import('../../calendar/feed.ts')
      const portal = setting('PORTAL_URL')
      return c.body(feed({ dues: rows, meetings }, { portal, now }), 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="redesign-panels.ics"',
      })
    },
  })
}

/** Whose calendar it is. A wrong secret, an ended subscription and a person who never was are one answer. */
async function readerOf(given: Deps, personId: string, secret: string): Promise<Known> {
  const [found, known] = await Promise.all([findSubscription(given, personId), loadPerson(given, personId)])
  const fingerprint = createHash('sha256').update(secret).digest()
  const right = found && timingSafeEqual(Buffer.from(found.fingerprint, 'hex'), fingerprint)
  if (!right || !known)
    throw new Refusal('NotFound', 'There is no calendar at this address. Its owner may have made another.')
  return known
}
