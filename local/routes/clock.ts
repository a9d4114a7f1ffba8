import { Hono } from 'hono'
import { z } from 'zod'
import { problem } from '../../functions/api/errors.ts'
import { instantOf } from '../clock.ts'

export interface MovableClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Lives through the time until then, and resolves when everything has settled. */
  advance(to: number): Promise<void>
  settled(): Promise<void>
}

const longestDays = 1_100
const amount = z
  .number()
  .nonnegative()
  .max(longestDays * 24 * 60)
const bodySchema = z.union([
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
  z
    .strictObject({ days: amount.optional(), hours: amount.optional(), minutes: amount.optional() })
    .refine((given) => Object.keys(given).length > 0),
])

export function clockRoutes(clock: MovableClock): Hono {
  const routes = new Hono()
  const now = () => ({ now: instantOf(clock.now()) })

  routes.get('/local/clock', (c) => c.json(now()))

  routes.post('/local/clock', async (c) => {
    const body = bodySchema.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success) {
      const detail = 'Say where to: {"to": an instant}, or {"days", "hours", "minutes"} to go forward.'
      return problem(c, 'Invalid', 'The clock was not moved', 400, detail)
    }
    const from = clock.now()
    const to = destination(body.data, from)
    if (to < from) {
      const detail = `It is ${instantOf(from)} here already: the clock can only be moved forward.`
      return problem(c, 'Invalid', 'The clock was not moved', 400, detail)
    }
    if (to > from + longestDays * 86_400_000) {
      const detail = `The clock is moved ${longestDays} days at most at a time.`
      return problem(c, 'Invalid', 'The clock was not moved', 400, detail)
    }
    try {
      await clock.advance(to)
      return c.json(now())
    } catch (error) {
      return stuck(c, error)
    }
  })

  routes.get('/local/settled', async (c) => {
    try {
      await clock.settled()
      return c.json({ settled: true, ...now() })
    } catch (error) {
      return stuck(c, error)
    }
  })

  return routes
}

function destination(body: z.infer<typeof bodySchema>, from: number): number {
  if ('to' in body) return Date.parse(body.to)
  return from + (((body.days ?? 0) * 24 + (body.hours ?? 0)) * 60 + (body.minutes ?? 0)) * 60_000
}

function stuck(c: Parameters<typeof problem>[0], error: unknown): Response {
  const detail = error instanceof Error ? error.message : String(error)
  return problem(c, 'Stuck', 'The locality does not settle', 503, detail)
}
