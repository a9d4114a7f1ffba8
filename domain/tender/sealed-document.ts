import { hashSchema } from '../record/chain.ts'
import * as z from '../zod.ts'
import { documentIdSchema, MOST_DOCUMENT_BYTES } from './document.ts'
import { type Binding, boundTo, sha256Hex } from './envelope.ts'

/** How much of a document is encrypted at a time: S3 takes parts of 5 MiB and more when the opened document is put together. */
export const CHUNK_BYTES = 8 * 1024 * 1024
const TAG_BYTES = 16

export const chunksOf = (bytes: number): number => Math.ceil(bytes / CHUNK_BYTES)
const MOST_CHUNKS = chunksOf(MOST_DOCUMENT_BYTES)
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES

/** Whether a sealed chunk is as large as one must be in its place: each is whole but the last, or S3 does not put them together. */
export const isWhole = (bytes: number, { index, of }: Place): boolean =>
  index === of - 1 || bytes === SEALED_CHUNK_BYTES

/** One encrypted chunk as it lies in the storage. */
export const chunkSchema = z.strictObject({
  bytes: z
    .int()
    .min(TAG_BYTES + 1)
    .max(SEALED_CHUNK_BYTES),
  /** SHA-256 of the ciphertext. */
  sha256: hashSchema,
})
export type Chunk = z.infer<typeof chunkSchema>

/** A sealed document as its bidder's client submits it, once its chunks are uploaded. */
export const sealedDocumentSchema = z.strictObject({
  id: documentIdSchema,
  /** Its own AES-256 key, wrapped by the tender's public key of its envelope (RSA-OAEP-SHA-256). */
  wrappedKey: z.base64('The wrapped key must be base64').min(1).max(1_024),
  chunks: z
    .array(chunkSchema)
    .min(1, 'A document has at least one chunk')
    .max(MOST_CHUNKS)
    .refine(
      (chunks) => chunks.every(({ bytes }, index) => isWhole(bytes, { index, of: chunks.length })),
      `Each chunk but the last must have ${SEALED_CHUNK_BYTES} bytes`,
    ),
  /** `hashOf` its chunks: what the receipt and the record say of it. */
  sha256: hashSchema,
})
export type SealedDocument = z.infer<typeof sealedDocumentSchema>

/** One hash for all chunks of a document in their order: SHA-256 over their hashes, as text with commas between. */
export const hashOf = (chunks: readonly Pick<Chunk, 'sha256'>[]): Promise<string> =>
  sha256Hex(new TextEncoder().encode(chunks.map(({ sha256 }) => sha256).join()))

/** Which document of which envelope. */
export interface DocumentBinding extends Binding {
  documentId: string
}

/** Which of how many chunks, counted from 0. */
export interface Place {
  index: number
  of: number
}

/**
 * How a chunk is encrypted. Every document has a key of its own, so its chunk's number is a nonce that no other chunk under
 * that key has (NIST SP 800-38D, 8.2.1). Document, number and how many there are, are authenticated with it: a chunk that is
 * moved, dropped, doubled, cut, or put into another document does not open.
 */
export function chunkAlgorithm({ documentId, ...binding }: DocumentBinding, { index, of }: Place) {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(8, index)
  const place = new TextEncoder().encode(JSON.stringify(['redesign-panels/sealed-document/1', documentId, index, of]))
  const envelope = boundTo(binding)
  const additionalData = new Uint8Array(envelope.length + place.length)
  additionalData.set(envelope)
  additionalData.set(place, envelope.length)
  return { name: 'AES-GCM', iv, additionalData }
}
