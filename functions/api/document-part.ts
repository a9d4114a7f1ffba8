import type { Context } from 'hono'

/** One part of a document that a bidder sent. Whatever it is: nothing here is ever run, sniffed or framed as a page of ours. */
export const documentPart = (c: Context, content: Uint8Array, parts: number) =>
  c.body(new Uint8Array(content), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'x-parts': String(parts),
  })
