import type { MiddlewareHandler } from 'hono'
import { problem } from '../../functions/api/errors.ts'

/** A page of another site may not act here: what moves the clock or sends a form must come from this origin, or no page. */
export const ownPagesOnly: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin')
  const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
  const foreign = origin !== undefined && new URL(c.req.url).host !== hostOf(origin)
  if (!reading && (foreign || c.req.header('sec-fetch-site') === 'cross-site')) {
    return problem(c, 'NotAllowed', 'You cannot do this', 403, 'Only pages of this locality may do that.')
  }
  return next()
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ''
}
