import type { Case } from '../../domain/case/case.ts'
import { priceContentSchema } from '../../domain/tender/content.ts'
import { attachedTo, type OpenedDocument } from '../../domain/tender/document.ts'
import { toBase64 } from '../../domain/tender/envelope.ts'
import type { Tender } from '../../domain/tender/tender.ts'
import type { Deps } from '../runtime/deps.ts'
import { Allowance, openAttached } from './open-attached.ts'
import { openEnvelope } from './open-envelope.ts'

type Price = { pence: number; plaintext: string; documents: OpenedDocument[] } | { reason: string }
type Opened = Extract<Tender, { status: 'opened' }>

/**
 * Opens every price that is still in the evaluation; nothing before the record has closed moderation, whatever starts this.
 * @returns undefined when there is more to open in another call
 */
export async function openPrices(deps: Deps, { id, evaluation, tender }: Case) {
  const prices: Record<string, Price> = {}
  if (evaluation?.status !== 'moderated' || tender?.status !== 'opened') return prices
  const allowance = new Allowance(deps)
  let unfinished = false
  for (const organisationId of evaluation.tenders) {
    const price = await openOne(deps, id, tender, organisationId, allowance)
    if (price) prices[organisationId] = price
    else unfinished = true
  }
  return unfinished ? undefined : prices
}

async function openOne(
  deps: Deps,
  caseId: string,
  { round, keyName, terms, tenders }: Opened,
  organisationId: string,
  allowance: Allowance,
): Promise<Price | undefined> {
  const submitted = tenders[organisationId]
  if (!submitted) return { reason: 'It has no price.' }
  const binding = { caseId, round, organisationId, kind: 'price' as const }
  const unwrap = (wrapped: Uint8Array) => deps.tenderKeys.unwrapPrice(keyName, wrapped)
  const opened = await openEnvelope(deps, unwrap, submitted.price, binding, priceContentSchema)
  if ('reason' in opened) return opened
  const { content, documents: sealed, plaintext } = opened
  const attached = attachedTo(content.documents ?? [], terms.criteria)
  const documents = await openAttached(deps, unwrap, binding, { attached, sealed, allowance })
  return documents && { pence: content.pence, plaintext: toBase64(plaintext), documents }
}
