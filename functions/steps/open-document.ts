import type { Attached, OpenedDocument } from '../../domain/tender/document.ts'
import { DocumentCheck } from '../../domain/tender/document-check.ts'
import { sha256Hex } from '../../domain/tender/envelope.ts'
import {
  type Chunk,
  chunkAlgorithm,
  type DocumentBinding,
  isWhole,
  type SealedDocument,
} from '../../domain/tender/sealed-document.ts'
import type { Deps } from '../runtime/deps.ts'
import { chunkKey } from '../store/chunk-store.ts'
import { openedKey } from '../store/opened-store.ts'
import { type Unwrap, unwrapped } from './unwrap.ts'

/** Why a document could not be opened, in words for the record. */
class DocumentFault extends Error {
  override name = 'DocumentFault'
}

/** While it is being looked at for malware the outcome is not final. */
export type Outcome =
  | OpenedDocument
  | (Omit<Extract<OpenedDocument, { outcome: 'opened' }>, 'malware'> & { malware: 'pending' })

/**
 * Opens one document, chunk by chunk, into one that can be read: each chunk's hash, its place and its document, then what
 * the whole is, by its own bytes. No more than two chunks are ever in memory.
 */
export async function openDocument(
  deps: Pick<Deps, 'sealedTenders' | 'documents' | 'malware'>,
  unwrap: Unwrap,
  binding: DocumentBinding,
  sealed: SealedDocument,
  attached: Attached,
): Promise<Outcome> {
  const { id, name } = attached
  const documentKey = openedKey(binding, id)
  try {
    const check = new DocumentCheck()
    await deps.documents.putParts(documentKey, checked(check, await plaintextOf(deps, unwrap, binding, sealed)))
    await mustBeAsAttached(check, attached, (from) => again(deps, documentKey, attached.bytes, from))
    const malware = await deps.malware.verdictOn(documentKey)
    if (malware === 'found') throw new DocumentFault('Malware was found in it. It is not shown to anybody.')
    return { outcome: 'opened', ...attached, documentKey, malware }
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error
    return { outcome: 'failed', id, name, reason: error.message }
  }
}

async function* checked(check: DocumentCheck, parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const part of parts) {
    check.take(part)
    yield part
  }
}

/** @throws DocumentFault when the document's key was not wrapped for this tender, or in the course of it */
async function plaintextOf(
  deps: Pick<Deps, 'sealedTenders'>,
  unwrap: Unwrap,
  binding: DocumentBinding,
  { wrappedKey, chunks }: SealedDocument,
): Promise<AsyncIterable<Uint8Array>> {
  const key = await unwrapped(unwrap, wrappedKey)
  if (!key) throw new DocumentFault('Its key could not be unwrapped with the key of this tender.')
  return (async function* () {
    for (const [index, chunk] of chunks.entries()) {
      const part = `Part ${index + 1} of ${chunks.length}`
      const place = { index, of: chunks.length }
      const ciphertext = await chunkBytes(deps, binding, index, chunk, part)
      if (!isWhole(ciphertext.length, place)) throw new DocumentFault(`${part} is smaller than a part may be.`)
      try {
        const algorithm = chunkAlgorithm(binding, place)
        yield new Uint8Array(await crypto.subtle.decrypt(algorithm, key, ciphertext))
      } catch {
        throw new DocumentFault(`${part} could not be opened: it was not sealed for this place in this document.`)
      }
    }
  })()
}

async function chunkBytes(
  deps: Pick<Deps, 'sealedTenders'>,
  binding: DocumentBinding,
  index: number,
  chunk: Chunk,
  part: string,
): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await deps.sealedTenders.get(chunkKey(binding, binding.documentId, index, chunk)))
  } catch (error) {
    if ((error as Error).name !== 'DocumentNotFound') throw error
    throw new DocumentFault(`${part} is not where it was kept.`)
  }
  if ((await sha256Hex(bytes)) !== chunk.sha256)
    throw new DocumentFault(`${part} is not what was uploaded: its hash differs from the receipt.`)
  return bytes
}

/** What was opened, read again from where it lies, as far as somebody wants to read it. */
function again(deps: Pick<Deps, 'documents'>, key: string, bytes: number, begin: number): ReadableStream<Uint8Array> {
  const PART = 1024 * 1024
  let from = begin
  return new ReadableStream({
    async pull(controller) {
      if (from >= bytes) return controller.close()
      const part = await deps.documents.getRange(key, { from, bytes: Math.min(PART, bytes - from) })
      from += part.length
      controller.enqueue(part)
      if (part.length === 0) controller.close()
    },
  })
}

async function mustBeAsAttached(
  check: DocumentCheck,
  { bytes, sha256, type }: Attached,
  content: (from: number) => ReadableStream<Uint8Array>,
): Promise<void> {
  if (check.bytes !== bytes || check.digest() !== sha256)
    throw new DocumentFault('It is not what the bidder sealed: its size or its hash differs.')
  const verdict = await check.verdict(content)
  if ('fault' in verdict) throw new DocumentFault(`${verdict.fault}.`)
  if (verdict.type !== type) throw new DocumentFault(`It was declared as ${type}, but is ${verdict.type}.`)
}
