import { Refusal } from '../../domain/refusal.ts'
import { type QualityContent, qualityContentSchema } from '../../domain/tender/content.ts'
import { type Envelope, envelopeSchemas, fromBase64, sha256Hex } from '../../domain/tender/envelope.ts'
import type { Sealed, Tender } from '../../domain/tender/tender.ts'
import type { Deps } from '../runtime/deps.ts'

type Store = Pick<Deps, 'documents'>

/**
 * What the record keeps of an envelope. Its key is the case and the hash of the ciphertext: keeping twice is keeping once.
 * @throws Refusal `Invalid` when it is not what its hash says
 */
export async function sealedOf(caseId: string, envelope: Envelope, path: string): Promise<Sealed> {
  const { sha256, contentSha256 } = envelope
  if ((await sha256Hex(fromBase64(envelope.ciphertext))) !== sha256)
    throw new Refusal('Invalid', 'The sealed envelope was damaged on its way. Send it again.', [
      { path: [path, 'sha256'], message: 'This is not the SHA-256 of the ciphertext' },
    ])
  return { documentKey: `tenders/${caseId}/${sha256}`, sha256, contentSha256 }
}

/** Keeps an envelope before the command that submits it is committed: what is on the record is there to be opened. */
export const keepEnvelope = (deps: Store, { documentKey }: Sealed, envelope: Envelope): Promise<void> =>
  deps.documents.put(documentKey, new TextEncoder().encode(JSON.stringify(envelope)))

/** The envelope as it arrived, or why it no longer is. */
export async function readEnvelope(
  deps: Store,
  sealed: Sealed,
): Promise<{ intact: true; envelope: Envelope } | { intact: false; reason: string }> {
  let bytes: Uint8Array
  try {
    bytes = await deps.documents.get(sealed.documentKey)
  } catch (error) {
    if ((error as Error).name !== 'DocumentNotFound') throw error
    return { intact: false, reason: 'The sealed envelope that was submitted is not where it was kept.' }
  }
  const envelope = parsed(bytes)
  const intact =
    envelope !== undefined &&
    envelope.contentSha256 === sealed.contentSha256 &&
    (await sha256Hex(fromBase64(envelope.ciphertext))) === sealed.sha256
  return intact
    ? { intact, envelope }
    : { intact: false, reason: 'The sealed envelope is not what was submitted: its hash differs from the receipt.' }
}

function parsed(bytes: Uint8Array): Envelope | undefined {
  try {
    // The larger of the two limits: what is kept was within its own when it came.
    return envelopeSchemas.quality.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data
  } catch {
    return undefined
  }
}

/** What bidders wrote, by bidder, of tenders that have been opened. */
export async function readContents(
  deps: Store,
  tender: Tender | undefined,
  organisationIds: readonly string[],
): Promise<Record<string, QualityContent>> {
  const contents: Record<string, QualityContent> = {}
  if (tender?.status !== 'opened') return contents
  for (const organisationId of organisationIds) {
    const opening = tender.tenders[organisationId]?.opening
    if (opening?.outcome !== 'opened') continue
    const bytes = await deps.documents.get(opening.documentKey)
    contents[organisationId] = qualityContentSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  }
  return contents
}
