import type * as z from 'zod'
import {
  type Binding,
  boundTo,
  type Envelope,
  fromBase64,
  SALT_BYTES,
  sha256Hex,
} from '../../domain/tender/envelope.ts'
import type { SealedDocument } from '../../domain/tender/sealed-document.ts'
import type { Sealed } from '../../domain/tender/tender.ts'
import type { Deps } from '../runtime/deps.ts'
import { readEnvelope } from '../store/sealed-store.ts'
import { type Unwrap, unwrapped } from './unwrap.ts'

/**
 * Opens one envelope. Only the steps that open tenders and prices call it, after the record allowed it; every hash is
 * checked again. What cannot be opened is a reason on the record, never a crash.
 */
export async function openEnvelope<Content>(
  deps: Pick<Deps, 'sealedTenders'>,
  unwrap: Unwrap,
  sealed: Sealed,
  binding: Binding,
  schema: z.ZodType<Content>,
): Promise<{ content: Content; documents: SealedDocument[]; plaintext: Uint8Array } | { reason: string }> {
  const kept = await readEnvelope(deps, sealed)
  if (!kept.intact) return { reason: kept.reason }
  const { envelope } = kept
  const key = await unwrapped(unwrap, envelope.wrappedKey)
  const plaintext = key && (await decrypted(key, envelope, binding))
  if (!plaintext) return { reason: `Its ${binding.kind} envelope could not be opened with the key of this tender.` }
  if ((await sha256Hex(plaintext)) !== sealed.contentSha256)
    return { reason: `What is in its ${binding.kind} envelope is not what its receipt says: the hash differs.` }
  const content = schema.safeParse(json(plaintext.subarray(SALT_BYTES)))
  return content.success
    ? { content: content.data, documents: envelope.documents, plaintext }
    : { reason: `What is in its ${binding.kind} envelope cannot be read: ${faultsOf(content.error)}.` }
}

async function decrypted(
  key: NonNullable<Awaited<ReturnType<typeof unwrapped>>>,
  { iv, ciphertext }: Envelope,
  binding: Binding,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const algorithm = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: boundTo(binding) }
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, fromBase64(ciphertext)))
  } catch {
    // A wrong key, a changed ciphertext, or an envelope made for another tender, bidder or half.
    return undefined
  }
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/**
 * The first few, in our words: they go on the record, into questions and letters. What a bidder made up, such as the name of a
 * field, is not repeated, however it is put.
 */
const faultsOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map((issue) => {
      const message = issue.code === 'unrecognized_keys' ? 'it holds fields that nobody asked for' : issue.message
      const path = issue.path.filter(isOurs)
      return path.length > 0 ? `${path.join('.')}: ${message}` : message
    })
    .join('; ')
    .slice(0, MOST_FAULTS)

/** In characters: with the sentence around them they are a `reason` (domain/tender/document.ts). */
const MOST_FAULTS = 800

/** A place in a list, a field of ours, or what could be the identifier of a criterion. */
const isOurs = (part: PropertyKey): boolean =>
  typeof part === 'number' || /^[a-z][A-Za-z0-9-]{0,40}$/.test(String(part))
