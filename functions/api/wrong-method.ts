import type { Context, Hono } from 'hono'
import { problem } from './errors.ts'
import type { SignedIn } from './sign-in.ts'

const methods = ['GET', 'POST', 'PUT', 'DELETE']

/** The refusal (405) of a method that a known path does not have, with those it has; undefined for an unknown path. */
export function wrongMethod({ router }: Pick<Hono<SignedIn>, 'router'>, c: Context): Response | undefined {
  const has = (method: string) => router.match(method, c.req.path)[0].some(([[, route]]) => route.method === method)
  const allowed = methods.filter(has).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  if (allowed.length === 0) return undefined
  c.header('allow', allowed.join(', '))
  const detail = `This page answers ${allowed.join(', ')}, not ${c.req.method}. Nothing was changed.`
  return problem(c, 'WrongMethod', 'This cannot be done here', 405, detail)
}
