import { priceContentSchema, qualityContentSchema } from '../../../../domain/tender/content.ts'
import { type Binding, mostContent } from '../../../../domain/tender/envelope.ts'
import { seal } from '../../../../domain/tender/seal.ts'
import { chunksOf, hashOf } from '../../../../domain/tender/sealed-document.ts'
import type { PublicKeys } from '../../../../domain/tender/tender.ts'
import type { Draft, DraftDocument, Half } from './draft.ts'
import { penceOf } from './price.ts'

export interface Fault {
  fieldId: string
  detail: string
}

interface Asked {
  criteria: { id: string; title: string }[]
}

/** What is missing or wrong, each with its field; the price is judged here, for nobody else could before the opening. */
export function faultsOf(draft: Draft, { criteria }: Asked, words: SealingWords): Fault[] {
  const quality = qualityContentSchema.safeParse(qualityOf(draft))
  const price = priceContentSchema.safeParse(priceOf(draft))
  const missing = criteria
    .filter(({ id }) => !draft.answers[id]?.trim())
    .map(({ id, title }) => ({ fieldId: `answer-${id}`, detail: words.answer(title) }))
  const ofQuality = (quality.error?.issues ?? [])
    .filter(({ path }) => path[0] !== 'answers' || draft.answers[String(path[1])]?.trim())
    .map(({ path, message }) => ({ fieldId: fieldOf(path), detail: message }))
  const ofPrice = (price.error?.issues ?? []).map(({ path, message }) =>
    path[0] === 'pence' ? { fieldId: 'price', detail: words.price } : { fieldId: 'price-documents', detail: message },
  )
  return [
    ...missing,
    ...ofQuality,
    ...tooLong(draft, words),
    ...ofPrice,
    ...halves.flatMap((half) => documentFaults(draft, half, words)),
    ...withoutCriteria(draft, words),
  ]
}

/** Each answer may be as long as it may, and all of them together still too long for the envelope. */
function tooLong(draft: Draft, words: SealingWords): Fault[] {
  const bytes = new TextEncoder().encode(JSON.stringify(qualityOf(draft))).length
  const most = mostContent('quality')
  const [longest] = Object.entries(draft.answers).toSorted(([, one], [, other]) => other.length - one.length)
  if (bytes <= most || !longest) return []
  return [{ fieldId: `answer-${longest[0]}`, detail: words.tooLong(Math.ceil((bytes / most) * 100)) }]
}

const halves: Half[] = ['quality', 'price']

export interface SealingWords {
  answer(title: string): string
  price: string
  notUploaded(name: string): string
  failed(name: string, fault: string): string
  belongs(name: string): string
  /** @param percent of what fits */
  tooLong(percent: number): string
}

const fieldOf = ([first, second]: PropertyKey[]): string =>
  first === 'answers'
    ? `answer-${String(second)}`
    : first === 'partners'
      ? `partner-${String(second)}`
      : 'quality-documents'

const documentFaults = ({ documents }: Draft, half: Half, words: SealingWords): Fault[] =>
  documents[half].flatMap(({ key, file, fault, seal, chunks }) => {
    if (fault !== undefined) return [{ fieldId: `document-${key}`, detail: words.failed(file.name, fault) }]
    if (!seal || chunks.length < chunksOf(file.size))
      return [{ fieldId: `document-${key}`, detail: words.notUploaded(file.name) }]
    return []
  })

/** Only reasons speak of answers, so only of a document of the quality envelope it must be known to which it belongs. */
const withoutCriteria = ({ documents }: Draft, words: SealingWords): Fault[] =>
  documents.quality.flatMap(({ key, file, confidential, criteria = [] }) =>
    confidential && criteria.length === 0 ? [{ fieldId: `belongs-${key}`, detail: words.belongs(file.name) }] : [],
  )

const manifest = (documents: DraftDocument[]) =>
  documents.flatMap(({ seal: sealed, checked, file, confidential, criteria }) => {
    if (!sealed || !checked) return []
    const { type, bytes, sha256 } = checked
    const marked = { confidential, ...(confidential && criteria && { criteria }) }
    return [{ id: sealed.id, name: file.name, type, bytes, sha256, ...marked }]
  })

const qualityOf = ({ answers, partners, confidential, documents }: Draft) => ({
  answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.trim())),
  partners,
  confidential,
  documents: manifest(documents.quality),
})
const priceOf = ({ price, documents }: Draft) => ({ pence: penceOf(price), documents: manifest(documents.price) })

/** Both envelopes as the command takes them: everything in it is sealed here, before it leaves. */
export async function sealedTender(draft: Draft, publicKeys: PublicKeys, binding: Omit<Binding, 'kind'>) {
  const sealedHalf = async (kind: Half, content: unknown) =>
    seal(publicKeys[kind], content, { ...binding, kind }, await sealedDocuments(draft.documents[kind]))
  return {
    quality: await sealedHalf('quality', qualityContentSchema.parse(qualityOf(draft))),
    price: await sealedHalf('price', priceContentSchema.parse(priceOf(draft))),
  }
}

const sealedDocuments = async (documents: DraftDocument[]) => {
  const all = await Promise.all(
    documents.map(async ({ seal: sealed, chunks }) =>
      sealed ? [{ id: sealed.id, wrappedKey: sealed.wrappedKey, chunks, sha256: await hashOf(chunks) }] : [],
    ),
  )
  return all.flat()
}
