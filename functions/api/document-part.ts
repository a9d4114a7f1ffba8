import type { Context } from 'hono'
import type { Case } from '../../domain/case/case.ts'
import { documentIdSchema, MOST_SUPPLIED_BYTES, type SuppliedDocument } from '../../domain/tender/document.ts'
import type { Instant } from '../../domain/time/instant.ts'
import * as z from '../../domain/zod.ts'
import { deps } from '../runtime/deps.ts'
import { keepPart, type Place, readSupplied, SUPPLIED_PART_BYTES } from '../store/supplied-store.ts'
import { type Acting, authorise } from './access.ts'
import { type Api, route } from './api.ts'
import { caseIdParam, caseRequest, signedInOnCase } from './case-request.ts'
import { json, problems, viewProblems } from './responses.ts'

/** How a document travels through the service: in parts of 2 MiB, the last of them shorter. */
const mostCharacters = Math.ceil(SUPPLIED_PART_BYTES / 3) * 4
const MOST_PARTS = Math.ceil(MOST_SUPPLIED_BYTES / SUPPLIED_PART_BYTES)

/** One part as it is sent. */
export const partSchema = z.strictObject({
  documentId: documentIdSchema,
  part: z
    .int()
    .min(0)
    .max(MOST_PARTS - 1)
    .meta({ description: 'Counted from 0' }),
  content: z.base64().min(4, 'The part is empty').max(mostCharacters, 'The part is larger than 2 MiB'),
})

export const partKept = {
  200: { description: 'Kept', content: json(z.looseObject({ part: z.int() })) },
  ...problems,
}

/** The same part, as the store keeps it. */
export const received = ({ content, ...sent }: z.output<typeof partSchema>) => ({
  ...sent,
  bytes: new Uint8Array(Buffer.from(content, 'base64')),
})

/** Which part is read. */
const whichPart = {
  part: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_PARTS - 1)
    .default(0)
    .meta({ description: 'Counted from 0' }),
}
const partAsked = z.object(whichPart)

/** Which document, where there are several. */
export const documentNamed = z.object({ document: documentIdSchema })

/** The same, and which part of it. */
export const documentAsked = documentNamed.extend(whichPart)

/** One part of a document that somebody sent, as the OpenAPI document tells of it. */
export const partOfDocument = {
  description: 'Its bytes; `x-parts` says how many parts there are',
  headers: { 'x-parts': { description: 'How many parts there are', schema: { type: 'integer' as const } } },
  content: { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } } },
}

/** One part of a document that somebody sent. Whatever it is: nothing here is ever run, sniffed or framed as a page of ours. */
export const documentPart = (c: Context, content: Uint8Array, parts: number) =>
  c.body(new Uint8Array(content), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'x-parts': String(parts),
  })

/** Documents of a case: one row is a route, its entry in the OpenAPI document, and which they are. */
interface DocumentRow {
  /** The action in the access policies. */
  name: string
  /** What follows `/api/cases/{caseId}`. */
  path: string
  summary: string
}

const ofRow = ({ name, path, summary }: DocumentRow) => ({
  path: `/api/cases/{caseId}${path}`,
  name,
  summary: `${summary}, 2 MiB of it but for the last`,
  tag: 'Documents',
  signIn: signedInOnCase(),
})

interface SentParts extends DocumentRow {
  /** Where they are kept. @throws Refusal when no such document is taken from this person now */
  place(theCase: Case, acting: Acting, documentId: string): Place
}

/** Adds `POST /api/cases/{caseId}<path>`, which keeps one part of a document. */
export function documentSent(app: Api, row: SentParts): void {
  route(app, {
    ...ofRow(row),
    method: 'post',
    request: { params: caseIdParam, body: partSchema },
    responses: partKept,
    handle: async (c, { body }) => {
      const part = received(body)
      const { known, theCase } = caseRequest(c)
      const acting = authorise(known, row.name, theCase)
      await keepPart(deps(), row.place(theCase, acting, part.documentId), part)
      return c.json({ part: part.part }, 200)
    },
  })
}

interface SuppliedParts<Query extends z.ZodObject> extends DocumentRow {
  /** Which document of the case is asked for. */
  query: Query
  /** @throws Refusal when there is none, or not for this person */
  document(theCase: Case, asked: z.output<Query>, acting: Acting): SuppliedDocument & { at: Instant }
}

/** Adds `GET /api/cases/{caseId}<path>`, which answers with one part of a document. */
export function documentSupplied<Query extends z.ZodObject>(app: Api, row: SuppliedParts<Query>): void {
  route(app, {
    ...ofRow(row),
    method: 'get',
    request: { params: caseIdParam, query: row.query.extend(whichPart) },
    responses: { 200: partOfDocument, ...viewProblems },
    handle: async (c, { query }) => {
      const { known, theCase } = caseRequest(c)
      const acting = authorise(known, row.name, theCase)
      const { part } = partAsked.parse(query)
      const { content, parts } = await readSupplied(deps(), row.document(theCase, row.query.parse(query), acting), part)
      return documentPart(c, content, parts)
    },
  })
}
