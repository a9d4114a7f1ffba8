import { qualityContentSchema } from '../../domain/tender/content.ts'
import { attachedTo } from '../../domain/tender/document.ts'
import type { Opening, SealedTender, Tender } from '../../domain/tender/tender.ts'
import type { Deps } from '../runtime/deps.ts'
import { openedKey } from '../store/opened-store.ts'
import { readEnvelope } from '../store/sealed-store.ts'
import { Allowance, openAttached } from './open-attached.ts'
import { openEnvelope } from './open-envelope.ts'

type Closed = Extract<Tender, { status: 'closed' }>

/**
 * Opens what every bidder wrote and attached; their prices stay sealed, and are only looked at from outside.
 * @returns undefined when there is more to open in another call
 */
export async function openQuality(
  deps: Deps,
  caseId: string,
  tender: Closed,
): Promise<Record<string, Opening> | undefined> {
  const openings: Record<string, Opening> = {}
  const allowance = new Allowance(deps)
  for (const [organisationId, sealed] of Object.entries(tender.tenders)) {
    const opening = await openOne(deps, caseId, tender, organisationId, sealed, allowance)
    if (opening) openings[organisationId] = opening
  }
  return Object.keys(openings).length === Object.keys(tender.tenders).length ? openings : undefined
}

async function openOne(
  deps: Deps,
  caseId: string,
  { keyName, round, terms }: Closed,
  organisationId: string,
  { quality, price }: SealedTender,
  allowance: Allowance,
): Promise<Opening | undefined> {
  const binding = { caseId, round, organisationId, kind: 'quality' as const }
  const unwrap = (wrapped: Uint8Array) => deps.tenderKeys.unwrapQuality(keyName, wrapped)
  const opened = await openEnvelope(deps, unwrap, quality, binding, qualityContentSchema)
  if ('reason' in opened) return { outcome: 'failed', reason: opened.reason }
  const { content, documents: sealed } = opened
  const attached = attachedTo(content.documents ?? [], terms.criteria)
  const documents = await openAttached(deps, unwrap, binding, { attached, sealed, allowance })
  if (!documents) return undefined
  const documentKey = openedKey(binding, 'quality')
  await deps.documents.put(documentKey, new TextEncoder().encode(JSON.stringify(content)))
  const { intact } = await readEnvelope(deps, price)
  const { answers, partners, confidential } = content
  return {
    outcome: 'opened',
    documentKey,
    answered: terms.criteria.flatMap(({ id }) => (answers[id] === undefined ? [] : [id])),
    partners,
    documents,
    confidential: terms.criteria.flatMap(({ id }) => (confidential?.includes(id) ? [id] : [])),
    priceIntact: intact,
  }
}
