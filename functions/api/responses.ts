import type { RefusalCode } from '../../domain/refusal.ts'
import type * as z from '../../domain/zod.ts'
import { problemSchema, statusOf, titles } from './errors.ts'

/** The header of an answer that has a version. */
export const etag = {
  ETag: { description: 'Its version: give it back in `If-Match`', schema: { type: 'string', pattern: '^"\\d+"$' } },
} as const

/** The same of a case. It has none for somebody who may not count what others do: nobody may while tenders are taken. */
export const caseEtag = {
  ETag: {
    ...etag.ETag,
    description: `${etag.ETag.description}. Absent while it would count the tenders`,
    required: false,
  },
} as const

/** Problems that no refusal of the domain stands behind. */
const others: Record<number, string> = { 400: 'What you sent is not JSON', 500: 'Failed: Something went wrong' }

const headersOf: Record<number, Record<string, { description: string; schema: { type: 'string' | 'integer' } }>> = {
  401: {
    'WWW-Authenticate': { description: '`Bearer`: sign in, and send the access token', schema: { type: 'string' } },
  },
  503: { 'Retry-After': { description: 'Try again after this many seconds', schema: { type: 'integer' } } },
}

/** Every code that is answered with this status, with its title. */
const meaning = (status: number): string => {
  const codes = (Object.keys(statusOf) as RefusalCode[]).filter((code) => statusOf[code] === status)
  return codes.map((code) => `${code}: ${titles[code]}`).join('. ') || (others[status] ?? '')
}

const refused = (status: number) => ({
  description: meaning(status),
  headers: headersOf[status] ?? {},
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** The OpenAPI responses of a command that is refused or fails; each says its codes. */
export const problems = {
  400: refused(400),
  401: refused(401),
  403: refused(403),
  404: refused(404),
  409: refused(409),
  412: refused(412),
  422: refused(422),
  500: refused(500),
  503: refused(503),
}

/** The same of a view, which changes nothing. */
export const viewProblems = {
  401: problems[401],
  403: problems[403],
  404: problems[404],
  409: problems[409],
  422: problems[422],
  500: problems[500],
}

/** The same of a view that nobody need sign in for. */
export const publicProblems = { 404: problems[404], 422: problems[422], 500: problems[500] }

export const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } })
