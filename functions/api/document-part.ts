import type { Context } from 'hono'

/** One part of a document that bidders or those who answer them sent, as the OpenAPI document tells of it. */
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
