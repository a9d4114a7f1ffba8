import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Upload } from '../../functions/runtime/deps.ts'

export interface UploadAddresses {
  sign(key: string, what: { bytes: number; sha256: string; seconds: number }): Upload
  /** What may be put at this address now, or undefined. */
  check(key: string, query: Record<string, string>): { bytes: number; sha256: string } | undefined
}

export const uploadsPath = '/local/uploads/'

/**
 * Addresses that are signed, as S3 signs them: whoever has one may put those very bytes there until it ends, and nothing
 * else. The secret lives as long as this process; after a restart a client asks for new addresses.
 * @param now milliseconds since 1970
 */
export function uploadAddresses(now: () => number): UploadAddresses {
  const secret = randomBytes(32)
  const seal = (...signed: (string | number)[]) => createHmac('sha256', secret).update(signed.join('\n')).digest()
  return {
    sign(key, { bytes, sha256, seconds }) {
      const until = now() + seconds * 1000
      const signature = seal(key, bytes, sha256, until).toString('hex')
      const query = new URLSearchParams({ bytes: String(bytes), sha256, until: String(until), signature })
      return { url: `${uploadsPath}${key}?${query}`, headers: {} }
    },
    check(key, { bytes = '', sha256 = '', until = '', signature = '' }) {
      const given = Buffer.from(signature, 'hex')
      const expected = seal(key, bytes, sha256, until)
      const genuine = given.length === expected.length && timingSafeEqual(given, expected)
      return genuine && now() <= Number(until) ? { bytes: Number(bytes), sha256 } : undefined
    },
  }
}
