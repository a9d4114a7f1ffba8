import type { Case } from '../case/case.ts'
import { isMember } from '../panel/panel.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { mustHaveRenewed } from '../renewal/renewal.ts'
import { isConfidential } from './confidential.ts'
import type { OpenedDocument } from './document.ts'

type Readable = Extract<OpenedDocument, { outcome: 'opened' }>

/** What one bidder's price envelope held; undefined until the step that opens prices has opened it. */
function openedPrice({ evaluation }: Case, organisationId: string) {
  const prices = evaluation && 'prices' in evaluation ? evaluation.prices : []
  const price = prices.find((one) => one.organisationId === organisationId)
  return price && 'pence' in price ? price : undefined
}

/**
 * An opened tender as far as this person may see it. The panel's members read it; whoever else the policies let in does so
 * once the case has ended.
 * @throws Refusal `TooEarly` before the opening, `NotFound` for what is no tender of this round
 */
function opened(theCase: Case, person: string, organisationId: string) {
  const { tender, life, panel } = theCase
  mustHaveRenewed(theCase, person)
  if (!isMember(panel, person) && life.status !== 'ended')
    throw new Refusal('TooEarly', 'The tenders are for the panel alone until the case has ended.')
  refuseUnless(
    tender?.status === 'opened' || (tender?.status === 'ended' && tender.openedAt),
    'TooEarly',
    'The tenders have not been opened.',
  )
  const opening = tender.tenders[organisationId]?.opening
  refuseUnless(opening, 'NotFound', 'There is no such tender.')
  return opening
}

/** The same without where anything lies. */
const shown = (document: OpenedDocument) => {
  if (document.outcome === 'failed') return document
  const { documentKey: _, ...rest } = document
  return rest
}

/** What the bidder answered stands in the documents; the route adds it. */
export function viewOpenedTender(theCase: Case, person: string, organisationId: string) {
  const { tender } = theCase
  const opening = opened(theCase, person, organisationId)
  const price = openedPrice(theCase, organisationId)
  const inside = opening.outcome === 'opened' ? opening : { partners: [] }
  const criteria = tender && 'terms' in tender ? tender.terms.criteria.map(({ id, title }) => ({ id, title })) : []
  return {
    organisationId,
    criteria,
    ...(opening.outcome === 'failed' && { reason: opening.reason }),
    partners: inside.partners,
    documents: ('documents' in inside ? (inside.documents ?? []) : []).map(shown),
    confidential: criteria.flatMap(({ id }) => (isConfidential(theCase, organisationId, id) ? id : [])),
    ...(price && { price: { pence: price.pence, documents: (price.documents ?? []).map(shown) } }),
  }
}

/** Where one document of an opened tender lies. @throws Refusal `NotFound` for one that could not be opened, with the reason */
export function openedDocument(theCase: Case, person: string, organisationId: string, documentId: string): Readable {
  const opening = opened(theCase, person, organisationId)
  const documents = [
    ...(opening.outcome === 'opened' ? (opening.documents ?? []) : []),
    ...(openedPrice(theCase, organisationId)?.documents ?? []),
  ]
  const document = documents.find(({ id }) => id === documentId)
  refuseUnless(document, 'NotFound', 'There is no such document.')
  if (document.outcome === 'failed') throw new Refusal('NotFound', `This document cannot be read. ${document.reason}`)
  return document
}
