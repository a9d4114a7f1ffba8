import type { HonoRequest, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Fault, Refusal } from '../../domain/refusal.ts'
import { MOST_FAULTS } from './errors.ts'

/** How deep a body may nest: DynamoDB keeps 32 levels, and some of them are around it. */
const DEEPEST = 20

/** The parsed body of each request, for whoever asks for it after `keepable` has looked through it. */
const sent = new WeakMap<HonoRequest, unknown>()

/** The body as JSON; a command that says nothing may send nothing. */
export async function jsonBody(request: HonoRequest): Promise<unknown> {
  if (!sent.has(request)) sent.set(request, jsonIn(await request.text()))
  return sent.get(request)
}

function jsonIn(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new HTTPException(400, { message: `What you sent is not JSON: ${(error as Error).message}` })
  }
}

/** Refuses JSON that no schema asks about and that could not be kept: half characters, depths, names with a meaning of their own. */
export const keepable: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const faults: Fault[] = []
    lookThrough(await jsonBody(c.req), [], faults)
    if (faults.length > 0) throw new Refusal('Invalid', 'What you sent cannot be stored. Nothing was changed.', faults)
  }
  await next()
}

/** @param path where in the body it is looked at: one list for all of it, since a body may hold millions of values */
function lookThrough(value: unknown, path: (string | number)[], faults: Fault[]): void {
  if (faults.length >= MOST_FAULTS) return
  const fault = (message: string, at = path) => faults.push({ path: [...at], message })
  if (typeof value === 'string' && !value.isWellFormed()) fault('Holds half a character: type it again')
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    fault('Is a number too large to be stored exactly')
  if (typeof value !== 'object' || value === null) return
  if (path.length === DEEPEST) {
    fault(`Is nested more than ${DEEPEST} levels deep`, path.slice(0, 3))
    return
  }
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    if (typeof key === 'string' && (key in Object.prototype || !key.isWellFormed() || key === ''))
      fault('Holds a field whose name cannot be used')
    else {
      path.push(key)
      lookThrough((value as Record<string | number, unknown>)[key], path, faults)
      path.pop()
    }
  }
}
