import { type Fault, Refusal } from '../../domain/refusal.ts'
import { MOST_DOCUMENT_BYTES, mostDocuments } from '../../domain/tender/document.ts'
import type { Binding } from '../../domain/tender/envelope.ts'
import type { Chunk, SealedDocument } from '../../domain/tender/sealed-document.ts'
import type { Deps, Upload } from '../runtime/deps.ts'

type Store = Pick<Deps, 'sealedTenders'>

/** Whose document: the half does not matter to where it lies. */
export type Whose = Omit<Binding, 'kind'>

/** How long an address to upload to is good for. A client whose connection was lost for longer asks for another. */
const ADDRESS_SECONDS = 15 * 60

/**
 * What may lie there of one bidder in one round: twice the largest tender, for what is replaced while it is drafted. More would be no
 * tender, and fills what everybody's tenders lie in. Addresses that were given and not used yet are not counted.
 */
const MOST_UPLOADED = { bytes: 2 * (mostDocuments.quality + mostDocuments.price) * MOST_DOCUMENT_BYTES, parts: 2_000 }

const bidderPrefix = ({ caseId, round, organisationId }: Whose) => `${caseId}/${round}/${organisationId}/`
const documentPrefix = (whose: Whose, documentId: string) => `${bidderPrefix(whose)}${documentId}/`

/** A chunk lies under its document, its number, and the hash of what it must be. */
export const chunkKey = (whose: Whose, documentId: string, index: number, { sha256 }: Pick<Chunk, 'sha256'>): string =>
  `${documentPrefix(whose, documentId)}${index}-${sha256}`

/**
 * For each chunk of a document its address to upload to, or that it is there already: an upload goes on where it stopped.
 * @throws Refusal `Invalid` when there is more of this bidder than any tender needs
 */
export async function uploadsOf(
  deps: Store,
  whose: Whose,
  documentId: string,
  chunks: (Chunk & { index: number })[],
): Promise<({ index: number; stored: true } | ({ index: number; stored: false } & Upload))[]> {
  const there = await deps.sealedTenders.sizes(bidderPrefix(whose))
  const isThere = (index: number, chunk: Chunk) => there.get(chunkKey(whose, documentId, index, chunk)) === chunk.bytes
  const sizes = [...there.values(), ...chunks.flatMap(({ index, ...one }) => (isThere(index, one) ? [] : [one.bytes]))]
  const isMore = sizes.length > there.size
  if (isMore && (sizes.length > MOST_UPLOADED.parts || sum(sizes) > MOST_UPLOADED.bytes))
    throw new Refusal(
      'Invalid',
      'Your organisation has uploaded twice as much as the largest tender can hold, so nothing more can be uploaded for this one. What you have submitted stands. Documents that are uploaded already can still be submitted. If you need more, ask the programme manager.',
    )
  return Promise.all(
    chunks.map(async ({ index, ...chunk }) => {
      const key = chunkKey(whose, documentId, index, chunk)
      if (isThere(index, chunk)) return { index, stored: true as const }
      const upload = await deps.sealedTenders.uploadTo(key, { ...chunk, seconds: ADDRESS_SECONDS })
      return { index, stored: false as const, ...upload }
    }),
  )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** @throws Refusal `Invalid` naming every document of which a chunk has not arrived whole */
export async function mustBeUploaded(deps: Store, whose: Whose, documents: SealedDocument[], half: string) {
  const faults = await Promise.all(
    documents.map(async ({ id, chunks }, place): Promise<Fault[]> => {
      const there = await deps.sealedTenders.sizes(documentPrefix(whose, id))
      const missing = chunks.filter((chunk, index) => there.get(chunkKey(whose, id, index, chunk)) !== chunk.bytes)
      if (missing.length === 0) return []
      const message = `${missing.length} of its ${chunks.length} parts have not been uploaded`
      return [{ path: [half, 'documents', place], message }]
    }),
  )
  if (faults.flat().length > 0)
    throw new Refusal(
      'Invalid',
      'Not every document has been uploaded. Upload what is missing, then submit again.',
      faults.flat(),
    )
}
