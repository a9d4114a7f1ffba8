import type { DocumentType } from '../../domain/tender/document-type.ts'
import { sha256Hex } from '../../domain/tender/envelope.ts'
import { newDocumentSeal, seal, sealChunk } from '../../domain/tender/seal.ts'
import { CHUNK_BYTES, chunksOf, hashOf, type SealedDocument } from '../../domain/tender/sealed-document.ts'
import type { Client } from './client.ts'

/** What a bidder would attach. */
export interface ToAttach {
  name: string
  type: DocumentType
  bytes: Uint8Array<ArrayBuffer>
  confidential?: boolean
}

export interface ToSeal {
  caseId: string
  round: number
  organisationId: string
  publicKeys: { quality: string; price: string }
  answers: Record<string, string>
  partners?: { name: string; as: 'partner' | 'subcontractor'; organisationId?: string }[]
  pence: number
  documents?: { quality?: ToAttach[]; price?: ToAttach[] }
}

/** A tender as a bidder’s client makes it: documents sealed and uploaded, then both envelopes sealed. */
export async function sealedTender(client: Client, tender: ToSeal) {
  const { publicKeys, answers, partners = [], pence, documents = {} } = tender
  const quality = await attached(client, tender, 'quality', documents.quality ?? [])
  const price = await attached(client, tender, 'price', documents.price ?? [])
  const { caseId, round, organisationId } = tender
  const binding = { caseId, round, organisationId }
  const qualityContent = { answers, partners, documents: quality.map(({ manifest }) => manifest) }
  const priceContent = { pence, documents: price.map(({ manifest }) => manifest) }
  return {
    quality: await seal(
      publicKeys.quality,
      qualityContent,
      { ...binding, kind: 'quality' },
      quality.map(({ sealed }) => sealed),
    ),
    price: await seal(
      publicKeys.price,
      priceContent,
      { ...binding, kind: 'price' },
      price.map(({ sealed }) => sealed),
    ),
  }
}

const attached = (client: Client, tender: ToSeal, kind: 'quality' | 'price', documents: ToAttach[]) =>
  Promise.all(documents.map((document) => attach(client, tender, kind, document)))

async function attach(
  client: Client,
  { caseId, round, organisationId, publicKeys }: ToSeal,
  kind: 'quality' | 'price',
  { name, type, bytes, confidential = false }: ToAttach,
) {
  const { id, key, wrappedKey } = await newDocumentSeal(publicKeys[kind])
  const binding = { caseId, round, organisationId, kind, documentId: id }
  const of = chunksOf(bytes.length)
  const chunks: SealedDocument['chunks'] = []
  for (let index = 0; index < of; index += 1) {
    const part = bytes.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)
    const { ciphertext, chunk } = await sealChunk({ key }, part, binding, { index, of })
    chunks.push(chunk)
    await upload(client, caseId, id, { index, ...chunk }, ciphertext)
  }
  return {
    manifest: { id, name, type, bytes: bytes.length, sha256: await sha256Hex(bytes), confidential },
    sealed: { id, wrappedKey, chunks, sha256: await hashOf(chunks) },
  }
}

async function upload(
  client: Client,
  caseId: string,
  documentId: string,
  chunk: SealedDocument['chunks'][number] & { index: number },
  ciphertext: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { uploads } = await client.post<{
    uploads: { stored: boolean; url: string; headers: Record<string, string> }[]
  }>(`/api/cases/${caseId}/tender-uploads`, { documentId, chunks: [chunk] })
  for (const { stored, url, headers } of uploads) {
    if (stored) continue
    const answer = await fetch(new URL(url, client.baseUrl), { method: 'PUT', headers, body: ciphertext })
    if (!answer.ok) throw new Error(`The storage did not take a part of a document: ${answer.status}.`)
  }
}
