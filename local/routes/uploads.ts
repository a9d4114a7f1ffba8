import { Hono } from 'hono'
import { sha256Hex } from '../../domain/tender/envelope.ts'
import { problem } from '../../functions/api/errors.ts'
import type { SealedTenders } from '../../functions/runtime/deps.ts'
import { type UploadAddresses, uploadsPath } from '../documents/upload-addresses.ts'

/** Where a bidder's client puts sealed chunks, as it puts them into S3: what was not signed for is refused. */
export function uploadRoutes(
  addresses: Pick<UploadAddresses, 'check'>,
  sealed: Pick<SealedTenders, 'put' | 'sizes'>,
): Hono {
  const routes = new Hono()
  routes.put(`${uploadsPath}:key{.+}`, async (c) => {
    const key = c.req.param('key')
    const signed = addresses.check(key, c.req.query())
    if (!signed) return problem(c, 'NotAllowed', 'You cannot do this', 403, 'This address is not signed, or has ended.')
    if (Number(c.req.header('content-length')) !== signed.bytes)
      return problem(c, 'Invalid', 'Not what was announced', 400, 'The size is not the one that was signed for.')
    if ((await sealed.sizes(key)).has(key))
      return problem(c, 'AlreadyDone', 'There already', 412, 'It is there already.')
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if ((await sha256Hex(bytes)) !== signed.sha256)
      return problem(c, 'Invalid', 'Not what was announced', 400, 'The SHA-256 is not the one that was signed for.')
    await sealed.put(key, bytes)
    return c.body(null, 200)
  })
  return routes
}
