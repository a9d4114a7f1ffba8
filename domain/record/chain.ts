import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { actorSchema } from '../case/party.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/**
 * The record of a case is a chain of entries (requirements §8). An entry's hash is SHA-256 over the RFC 8785 canonical
 * JSON of who, when, what, the salted digest of the payload, and the hash before it. Payload and salt stand beside the
 * chain, so that they can be erased and the chain still verifies; without the salt, a digest tells nothing of a payload
 * that could be guessed.
 */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')

export const entrySchema = z.strictObject({
  caseId: z.string(),
  sequence: z.int().min(1),
  at: instantSchema,
  by: actorSchema,
  type: z.string(),
  payloadDigest: hashSchema,
  previous: hashSchema,
  hash: hashSchema,
})
export type Entry = z.infer<typeof entrySchema>

export const payloadSchema = z.strictObject({ salt: z.string(), data: z.unknown() })
export type Payload = { salt: string; data: unknown }

/** The head of a record that is quoted in receipts, letters and reports. */
export interface Head {
  sequence: number
  hash: string
}

/**
 * A head as somebody keeps it. Its number tells how much was done in the case: bidders, who may not learn that from one another's
 * tenders, are given the hash alone, which names the event just as well.
 */
export type QuotedHead = Pick<Head, 'hash'> & Partial<Pick<Head, 'sequence'>>

/** Before the first event. */
export const GENESIS: Head = { sequence: 0, hash: '0'.repeat(64) }

export const digest = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? 'null')))

export const payloadDigest = (payload: Payload): string => digest({ salt: payload.salt, data: payload.data })

export const entryHash = ({ hash: _, ...rest }: Entry | (Omit<Entry, 'hash'> & { hash?: string })): string =>
  digest(rest)

/** The next entry of a chain. */
export function chain(previous: Head, event: Pick<Entry, 'caseId' | 'at' | 'by' | 'type'>, payload: Payload): Entry {
  const { caseId, at, by, type } = event
  const open = {
    caseId,
    sequence: previous.sequence + 1,
    at,
    by,
    type,
    payloadDigest: payloadDigest(payload),
    previous: previous.hash,
  }
  return { ...open, hash: entryHash(open) }
}
