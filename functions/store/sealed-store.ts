import { Refusal } from '../../domain/refusal.ts'
import { type EnvelopeKind, hashOfEnvelope } from '../../domain/tender/envelope.ts'
import { hashOf, type SealedDocument } from '../../domain/tender/sealed-document.ts'
import { type Submitted, submittedSchemas } from '../../domain/tender/submitted.ts'
import type { Sealed, SealedDocumentFacts } from '../../domain/tender/tender.ts'
import type { Deps } from '../runtime/deps.ts'

type Store = Pick<Deps, 'sealedTenders'>

/**
 * What the record keeps of an envelope. Its key is the case and the hash of all of it: keeping twice is keeping once, and
 * nothing that is sent later is kept over it.
 * @throws Refusal `Invalid` when it is not what its hashes say
 */
export async function sealedOf(caseId: string, envelope: Submitted, path: EnvelopeKind): Promise<Sealed> {
  const { sha256, contentSha256, documents } = envelope
  const damaged = [
    ...(hashOfEnvelope(envelope) === sha256
      ? []
      : [{ path: [path, 'sha256'], message: 'This is not the SHA-256 of the envelope' }]),
    ...(await damagedDocuments(documents)).map((index) => ({
      path: [path, 'documents', index, 'sha256'],
      message: 'This is not the SHA-256 of its chunks’ hashes',
    })),
  ]
  if (damaged.length > 0)
    throw new Refusal('Invalid', 'The sealed envelope was damaged in transit. Send it again.', damaged)
  return { documentKey: `${caseId}/${sha256}`, sha256, contentSha256, documents: documents.map(factsOf) }
}

async function damagedDocuments(documents: SealedDocument[]): Promise<number[]> {
  const hashes = await Promise.all(documents.map(({ chunks }) => hashOf(chunks)))
  return documents.flatMap(({ sha256 }, index) => (hashes[index] === sha256 ? [] : [index]))
}

const factsOf = ({ id, chunks, sha256 }: SealedDocument): SealedDocumentFacts => ({
  id,
  bytes: chunks.reduce((sum, { bytes }) => sum + bytes, 0),
  chunks: chunks.length,
  sha256,
})

/** Keeps an envelope before the command that submits it is committed: what is on the record is there to be opened. */
export const keepEnvelope = (deps: Store, { documentKey }: Sealed, envelope: Submitted): Promise<void> =>
  deps.sealedTenders.put(documentKey, new TextEncoder().encode(JSON.stringify(envelope)))

/** The envelope as it arrived, or why it no longer is. */
export async function readEnvelope(
  deps: Store,
  sealed: Sealed,
): Promise<{ intact: true; envelope: Submitted } | { intact: false; reason: string }> {
  let bytes: Uint8Array
  try {
    bytes = await deps.sealedTenders.get(sealed.documentKey)
  } catch (error) {
    if ((error as Error).name !== 'DocumentNotFound') throw error
    return { intact: false, reason: 'The sealed envelope that was submitted is not where it was kept.' }
  }
  const envelope = parsed(bytes)
  return envelope && hashOfEnvelope(envelope) === sealed.sha256
    ? { intact: true, envelope }
    : { intact: false, reason: 'The sealed envelope is not what was submitted: its hash differs from the receipt.' }
}

function parsed(bytes: Uint8Array): Submitted | undefined {
  try {
    // The larger of the two limits: what is kept was within its own when it came.
    return submittedSchemas.quality.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data
  } catch {
    return undefined
  }
}
