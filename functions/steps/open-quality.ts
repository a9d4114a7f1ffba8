import { qualityContentSchema } from '../../domain/tender/content.ts'
import type { Opening, SealedTender, Tender } from '../../domain/tender/tender.ts'
import type { Deps } from '../runtime/deps.ts'
import { readEnvelope } from '../store/sealed-store.ts'
import { openEnvelope } from './open-envelope.ts'

type Closed = Extract<Tender, { status: 'closed' }>

/** Opens what every bidder wrote; their prices stay sealed, and are only looked at from outside. */
export async function openQuality(deps: Deps, caseId: string, tender: Closed): Promise<Record<string, Opening>> {
  const openings: Record<string, Opening> = {}
  for (const [organisationId, sealed] of Object.entries(tender.tenders))
    openings[organisationId] = await openOne(deps, caseId, tender, organisationId, sealed)
  return openings
}

async function openOne(
  deps: Deps,
  caseId: string,
  { keyName, round, terms }: Closed,
  organisationId: string,
  { quality, price }: SealedTender,
): Promise<Opening> {
  const binding = { caseId, round, organisationId, kind: 'quality' as const }
  const opened = await openEnvelope(deps, keyName, quality, binding, qualityContentSchema)
  if ('reason' in opened) return { outcome: 'failed', reason: opened.reason }
  const documentKey = `${quality.documentKey}-opened`
  await deps.documents.put(documentKey, new TextEncoder().encode(JSON.stringify(opened.content)))
  const { intact } = await readEnvelope(deps, price)
  const { answers, partners } = opened.content
  return {
    outcome: 'opened',
    documentKey,
    answered: terms.criteria.flatMap(({ id }) => (answers[id] === undefined ? [] : [id])),
    partners,
    priceIntact: intact,
  }
}
