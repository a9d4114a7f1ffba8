import { type Binding, boundTo, fromBase64, hashOfEnvelope, SALT_BYTES, sha256Hex, toBase64 } from './envelope.ts'
import { type Chunk, chunkAlgorithm, type DocumentBinding, type Place, type SealedDocument } from './sealed-document.ts'
import type { Submitted } from './submitted.ts'

/**
 * How a bidder's own client seals envelopes and documents, in a browser or in Node, by WebCrypto alone.
 *
 * It is the one place in the domain with randomness: no rule, step or route calls it. A client runs it before the service
 * is told anything, and nothing that is decided depends on what it draws.
 */

/** A new AES-256 key, and the same key wrapped for the holder of the tender's private key. */
interface NewKey {
  key: CryptoKey
  /** Base64. */
  wrappedKey: string
}

type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** @param publicKey RSA public key made for this tender (SPKI, base64) */
async function newKey(publicKey: string): Promise<NewKey> {
  const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' }
  const tenderKey = await crypto.subtle.importKey('spki', fromBase64(publicKey), algorithm, false, ['encrypt'])
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const wrapped = await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, tenderKey, raw)
  // Not extractable: what is kept in a browser to go on with an upload cannot be read out of it.
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  raw.fill(0)
  return { key, wrappedKey: toBase64(new Uint8Array(wrapped)) }
}

/**
 * @param publicKey of the envelope's half: RSA public key made for this tender (SPKI, base64)
 * @param content what is inside: JSON of `QualityContent` or `PriceContent`
 * @param documents sealed and uploaded already
 */
export async function seal(
  publicKey: string,
  content: unknown,
  binding: Binding,
  documents: SealedDocument[] = [],
): Promise<Submitted> {
  const { key, wrappedKey } = await newKey(publicKey)
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plaintext = salted(new TextEncoder().encode(JSON.stringify(content)))
  const ciphertext = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo(binding) }, key, plaintext),
  )
  const envelope = {
    wrappedKey,
    iv: toBase64(iv),
    ciphertext: toBase64(ciphertext),
    contentSha256: await sha256Hex(plaintext),
    documents,
  }
  return { ...envelope, sha256: hashOfEnvelope(envelope) }
}

function salted(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const plaintext = new Uint8Array(SALT_BYTES + content.length)
  plaintext.set(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))
  plaintext.set(content, SALT_BYTES)
  return plaintext
}

/** What seals one document: its key must never seal another, nor the same one after it was changed. */
export interface DocumentSeal extends NewKey {
  id: string
}

/** @param publicKey of the half that the document is attached to */
export async function newDocumentSeal(publicKey: string): Promise<DocumentSeal> {
  const random = crypto.getRandomValues(new Uint8Array(16))
  const id = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { id, ...(await newKey(publicKey)) }
}

/** One chunk of a document, encrypted for its place in it. */
export async function sealChunk(
  { key }: Pick<DocumentSeal, 'key'>,
  plaintext: Uint8Array<ArrayBuffer>,
  binding: DocumentBinding,
  place: Place,
): Promise<{ ciphertext: Uint8Array<ArrayBuffer>; chunk: Chunk }> {
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(chunkAlgorithm(binding, place), key, plaintext))
  return { ciphertext, chunk: { bytes: ciphertext.length, sha256: await sha256Hex(ciphertext) } }
}
