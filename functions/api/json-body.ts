import type { HonoRequest } from 'hono'
import { HTTPException } from 'hono/http-exception'

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
