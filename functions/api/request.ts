import type { HonoRequest } from 'hono'
import * as z from '../../domain/zod.ts'
import { invalid } from './errors.ts'
import { jsonBody } from './json-body.ts'

/** The headers and the body of a request. @throws Refusal `Invalid` with everything wrong in both at once */
export async function parsed<Headers extends z.ZodType, Body extends z.ZodType>(
  request: HonoRequest,
  schemas: { headers: Headers; body: Body },
): Promise<{ headers: z.output<Headers>; body: z.output<Body> }> {
  const headers = schemas.headers.safeParse(request.header())
  const body = schemas.body.safeParse(await jsonBody(request))
  if (headers.success && body.success) return { headers: headers.data, body: body.data }
  throw invalid(new z.ZodError([...(headers.error?.issues ?? []), ...(body.error?.issues ?? [])]))
}
