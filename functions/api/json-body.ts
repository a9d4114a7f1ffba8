import type { HonoRequest, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Fault, Refusal } from '../../domain/refusal.ts'

/** How deep what is sent may nest; DynamoDB keeps 32 levels, and ours are around it. */
const DEEPEST = 20

/** The body as JSON; a command that says nothing may send nothing. */
export async function jsonBody(request: HonoRequest): Promise<unknown> {
  const text = await request.text()
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
    const faults = unkeepable(await jsonBody(c.req))
    if (faults.length > 0) throw new Refusal('Invalid', 'What you sent cannot be stored. Nothing was changed.', faults)
  }
  await next()
}

function unkeepable(body: unknown): Fault[] {
  const faults: Fault[] = []
  const left: { value: unknown; path: (string | number)[] }[] = [{ value: body, path: [] }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && !value.isWellFormed())
      faults.push({ path, message: 'Holds half a character: type it again' })
    if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
      faults.push({ path, message: 'Is a number too large to be stored exactly' })
    if (typeof value !== 'object' || value === null) continue
    if (path.length === DEEPEST) {
      faults.push({ path: path.slice(0, 3), message: `Is nested more than ${DEEPEST} levels deep` })
      continue
    }
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, key]
      if (key in Object.prototype || !key.isWellFormed() || key === '')
        faults.push({ path, message: 'Holds a field whose name cannot be used' })
      else left.push({ value: inner, path: at })
    }
  }
  return faults
}
