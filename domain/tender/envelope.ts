import { digest, hashSchema } from '../record/chain.ts'
import * as z from '../zod.ts'

/** Quality and price are two envelopes: the price is opened after quality moderation has closed (requirements §6). */
export const envelopeKinds = ['quality', 'price'] as const
export type EnvelopeKind = (typeof envelopeKinds)[number]

const base64 = (what: string, most: number) =>
  z
    .base64(`${what} must be base64`)
    .min(1, `${what} is empty`)
    .max(most, `${what} is larger than ${most} characters of base64`)

const envelope = (most: number) =>
  z.strictObject({
    /** The AES-256 key, wrapped by the tender's public key (RSA-OAEP-SHA-256). */
    wrappedKey: base64('The wrapped key', 1_024),
    iv: z.base64().length(16, 'The initialisation vector must be 12 bytes'),
    /** AES-256-GCM with its tag, over 32 random bytes and then the content. */
    ciphertext: base64('The ciphertext', most),
    /** `hashOfEnvelope`: of this and everything beside it, in hexadecimal. */
    sha256: hashSchema,
    /** SHA-256 of what was encrypted; the random bytes keep a price from being guessed by it. */
    contentSha256: hashSchema,
  })

/** In characters of base64. */
const mostCiphertext: Record<EnvelopeKind, number> = { quality: 1_000_000, price: 8_000 }

/** A sealed envelope as a bidder's client sends it. */
export const envelopeSchemas = { quality: envelope(mostCiphertext.quality), price: envelope(mostCiphertext.price) }
export type Envelope = z.infer<(typeof envelopeSchemas)['quality']>

/**
 * SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of an envelope and of its documents, without this hash. It
 * covers all that opens them, keys and initialisation vector too: where any of it was swapped, the receipt shows it.
 */
export const hashOfEnvelope = ({
  sha256: _,
  ...rest
}: Omit<Envelope, 'sha256'> & { sha256?: string; documents: readonly unknown[] }): string => digest(rest)

/** Random bytes before the content, so that its hash tells nothing of a content that could be guessed. */
export const SALT_BYTES = 32

const TAG_BYTES = 16

/** How many bytes of JSON fit into an envelope. */
export const mostContent = (kind: EnvelopeKind): number =>
  Math.floor(mostCiphertext[kind] / 4) * 3 - SALT_BYTES - TAG_BYTES

/** What an envelope is for. It is authenticated with the ciphertext: an envelope fits no other tender, bidder or half. */
export interface Binding {
  caseId: string
  round: number
  organisationId: string
  kind: EnvelopeKind
}

export const boundTo = ({ caseId, round, organisationId, kind }: Binding): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(['redesign-panels/sealed-tender/1', caseId, round, organisationId, kind]))

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  return btoa(text)
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
