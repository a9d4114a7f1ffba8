import type { Attached } from '../../domain/record/documents.ts'
import { Refusal } from '../../domain/refusal.ts'
import { MOST_SUPPLIED_BYTES, type SuppliedDocument } from '../../domain/tender/document.ts'
import { type Instant, millisecondsBetween } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'

/** The code that takes in what bidders supply, or what is attached to proposals, can write here, but cannot overwrite anything that was opened; the scanner looks here too. */
const suppliedArea = 'opened/supplied/'

/** A part as it is sent: with base64 around it, below what a request may hold. */
export const SUPPLIED_PART_BYTES = 2 * 1024 * 1024

/** How long is waited for the scanner before a document may be read though nobody has looked. */
const SCANNING_MILLISECONDS = 30 * 60_000

/** Whose documents, as a part of their keys: identifiers alone. */
export type Place = string

/** Where a document lies. */
export const suppliedKey = (place: Place, documentId: string): string => `${suppliedArea}${place}/${documentId}`
const partKey = (place: Place, documentId: string, part: number) => `${suppliedKey(place, documentId)}/${part}`

/** Keeps one part of a document. Sent again it takes its own place. */
export const keepPart = (
  deps: Pick<Deps, 'documents'>,
  place: Place,
  { documentId, part, bytes }: { documentId: string; part: number; bytes: Uint8Array },
): Promise<void> => deps.documents.putSupplied(partKey(place, documentId, part), bytes)

/** Removes a document and the parts it came in. */
export async function removeSupplied(
  { documents }: Pick<Deps, 'documents'>,
  place: Place,
  { id, bytes }: { id: string; bytes: number },
): Promise<void> {
  for (let part = 0; part * SUPPLIED_PART_BYTES < bytes; part += 1)
    await documents.removeSupplied(partKey(place, id, part))
  await documents.removeSupplied(suppliedKey(place, id))
}

/** Removes every one of these that lies here: of those attached to the proposal, under its place. What was opened stays. */
export async function removeAttached(
  deps: Pick<Deps, 'documents'>,
  proposal: Place,
  attached: readonly Attached[],
): Promise<void> {
  for (const document of attached) {
    const key = document.documentKey ?? suppliedKey(proposal, document.id)
    const place = key.slice(suppliedArea.length, -`/${document.id}`.length)
    if (key === suppliedKey(place, document.id)) await removeSupplied(deps, place, document)
  }
}

/**
 * Puts the parts together and looks at the whole: it is what its sender says it is, of a type that a panel can read.
 * @throws Refusal `Invalid` with what is wrong with it; nothing has then been supplied
 */
export async function putTogether(
  deps: Pick<Deps, 'documents' | 'malware'>,
  place: Place,
  said: Omit<SuppliedDocument, 'documentKey'>,
  /** Where in what was sent it stands. */
  path: (string | number)[] = [],
): Promise<SuppliedDocument> {
  const faulty = (message: string) =>
    new Refusal('Invalid', 'This document cannot be accepted. Nothing was changed.', [
      { path: [...path, 'name'], message: path.length > 0 ? `“${said.name}”: ${message}` : message },
    ])
  const content = await partsOf(deps, place, said)
  if (!content) throw faulty('Some parts of it have not been uploaded. Upload it again')
  // It takes along what tells a hundred types of file: loaded where a document is looked at.
  const { DocumentCheck } = await import('../../domain/tender/document-check.ts')
  const check = new DocumentCheck()
  check.take(content)
  if (check.bytes !== said.bytes || check.digest() !== said.sha256)
    throw faulty('What arrived is not what you sent: its size or its hash differs. Upload it again')
  const verdict = await check.verdict((from) => new Blob([content.subarray(from)]).stream())
  if ('fault' in verdict) throw faulty(verdict.fault)
  if (verdict.type !== said.type) throw faulty(`You said that it is ${said.type}, but it is ${verdict.type}`)
  const documentKey = suppliedKey(place, said.id)
  await deps.documents.putSupplied(documentKey, content)
  if ((await deps.malware.verdictOn(documentKey)) === 'found') throw faulty('Malware was found in it')
  return { ...said, documentKey }
}

/** Undefined where some of them have not arrived. */
async function partsOf(deps: Pick<Deps, 'documents'>, place: Place, { id, bytes }: { id: string; bytes: number }) {
  const content = new Uint8Array(Math.min(bytes, MOST_SUPPLIED_BYTES))
  for (let from = 0; from < content.length; from += SUPPLIED_PART_BYTES) {
    const part = await arrived(deps.documents.get(partKey(place, id, from / SUPPLIED_PART_BYTES)))
    if (!part || from + part.length > content.length) return undefined
    content.set(part, from)
  }
  return content
}

/** Undefined where it is not there. */
async function arrived(reading: Promise<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return await reading
  } catch (error) {
    if ((error as Error).name !== 'DocumentNotFound') throw error
    return undefined
  }
}

/** One part of a supplied document, for who may read it. @throws Refusal while a scanner looks at it, or when it found malware */
export async function readSupplied(
  deps: Pick<Deps, 'documents' | 'malware' | 'now'>,
  { documentKey, bytes, at }: SuppliedDocument & { at: Instant },
  part: number,
): Promise<{ content: Uint8Array; parts: number }> {
  const from = part * SUPPLIED_PART_BYTES
  const range = { from, bytes: Math.min(SUPPLIED_PART_BYTES, bytes - from) }
  const parts = Math.ceil(bytes / SUPPLIED_PART_BYTES)
  if (range.bytes <= 0) return { content: new Uint8Array(), parts }
  // Before the scanner is asked, which knows nothing of what never arrived.
  const content = await arrived(deps.documents.getRange(documentKey, range))
  if (!content)
    throw new Refusal('NotFound', 'This document has not been uploaded. Whoever attached it can attach it again.')
  const malware = await deps.malware.verdictOn(documentKey)
  if (malware === 'found')
    throw new Refusal('NotFound', 'Malware was found in this document. It is not shown to anybody.')
  if (malware === 'pending' && millisecondsBetween(at, deps.now()) < SCANNING_MILLISECONDS)
    throw new Refusal('TooEarly', 'This document is being checked for malware. Try again in a few minutes.')
  return { content, parts }
}
