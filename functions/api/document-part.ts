import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { documentIdSchema, MOST_SUPPLIED_BYTES } from '../../domain/tender/document.ts'
import { SUPPLIED_PART_BYTES } from '../store/supplied-store.ts'
import { json, problems } from './responses.ts'

/** How a document travels through the service: in parts of 2 MiB, the last of them shorter. */
const mostCharacters = Math.ceil(SUPPLIED_PART_BYTES / 3) * 4
const MOST_PARTS = Math.ceil(MOST_SUPPLIED_BYTES / SUPPLIED_PART_BYTES)

/** One part as it is sent. */
const partSchema = z.strictObject({
  documentId: documentIdSchema,
  part: z
    .int()
    .min(0)
    .max(MOST_PARTS - 1)
    .openapi({ description: 'Counted from 0' }),
  content: z.base64().min(4, 'The part is empty').max(mostCharacters, 'The part is larger than 2 MiB'),
})

export const sentPart = { required: true, content: json(partSchema) }
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
export const partAsked = z.object({
  part: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_PARTS - 1)
    .default(0)
    .openapi({ description: 'Counted from 0' }),
})

/** The same, where there are several documents. */
export const documentAsked = z.object({ document: documentIdSchema, ...partAsked.shape })

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
