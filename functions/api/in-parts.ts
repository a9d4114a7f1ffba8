import { createHash } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { Refusal, refuseUnless } from '../../domain/refusal.ts'
import * as z from '../../domain/zod.ts'
import { parsed } from './request.ts'

/** How much of an export is answered at a time, in bytes: Lambda answers with 6 MB at most, and base64 makes a third more of it. */
export const PART_BYTES = 4 * 1024 * 1024

/** How much of the time that Lambda gives for an answer is kept back to say that it was not enough, in milliseconds. */
const LEFT_TO_SAY_SO = 3_000

export const partOfExport = z.object({
  part: z.coerce
    .number()
    .int()
    .min(0)
    .max(999)
    .optional()
    .describe(
      'Counted from 0. What is larger than 4 MiB is read part by part, as many as `x-parts` says, and put together: each part comes with the hash of the whole (`repr-digest`)',
    ),
})

/**
 * An export is answered as it is or, where it is larger than Lambda answers with, part by part (decision 21). It is the same
 * bytes each time, so each part is cut from the whole made again.
 */
export const inParts = createMiddleware<{ Bindings: Partial<LambdaBindings> }>(async (c, next) => {
  await next()
  if (!c.res.ok) return
  const answer = c.res
  // A refusal from here on must not have the headers of this answer.
  c.res = undefined
  c.res = new Response()
  const { part } = (await parsed(c.req, { query: partOfExport })).query
  const left = () => c.env?.lambdaContext?.getRemainingTimeInMillis() ?? Number.POSITIVE_INFINITY
  const whole = await wholeOf(answer, left)
  const parts = Math.max(1, Math.ceil(whole.length / PART_BYTES))
  refuseUnless(
    part !== undefined || parts === 1,
    'Invalid',
    `This has ${whole.length} bytes, more than one answer can hold. Download it in the portal, or ask for ?part=0 to ?part=${parts - 1} and put them together.`,
  )
  refuseUnless((part ?? 0) < parts, 'NotFound', `There is no such part: there are ${parts}, counted from 0.`)
  const headers = new Headers(answer.headers)
  headers.set('x-parts', String(parts))
  headers.set('repr-digest', `sha-256=:${createHash('sha256').update(whole).digest('base64')}:`)
  if (parts > 1) headers.set('content-type', 'application/octet-stream')
  const from = (part ?? 0) * PART_BYTES
  c.res = new Response(whole.subarray(from, from + PART_BYTES), { headers })
})

interface LambdaBindings {
  lambdaContext: { getRemainingTimeInMillis(): number }
}

/** @param left how many milliseconds there are to answer in @throws Refusal `Busy` before there are none */
async function wholeOf({ body }: Response, left: () => number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    if (left() < LEFT_TO_SAY_SO)
      throw new Refusal(
        'Busy',
        'This takes longer to make than one answer may take. Ask whoever runs the service: it needs more memory, which makes it faster (“A download takes too long” in the runbook).',
      )
  }
  return Buffer.concat(chunks)
}
