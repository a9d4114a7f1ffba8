import type { OpenedPrice } from '../evaluation/evaluation.ts'
import type { OpenedDocument } from '../tender/document.ts'
import { unreconfirmed } from '../tender/reconfirm.ts'
import { bidders, type OpenedTender, type Tender } from '../tender/tender.ts'
import type { Found } from './compliance.ts'

type Opened = Extract<Tender, { status: 'opened' }>

/**
 * What can be found without judging: whether each tender could be opened and is what arrived, answers every criterion, and was
 * said to stand after the last change; whether its documents can be read, and its sealed price is there. People rule on it.
 */
export function foundIn(tender: Opened): Found[] {
  const late = unreconfirmed(tender)
  return bidders(tender).flatMap((organisationId) => {
    const one = tender.tenders[organisationId]
    const of = (requirement: Found['requirement']) => (says: string) => ({ organisationId, requirement, says })
    return [
      ...(one ? inside(tender, one.opening, of) : [of('opened')('The tender was not opened.')]),
      ...(late.includes(organisationId)
        ? [of('reconfirmed')('It was not reconfirmed after the last change to the requirements.')]
        : []),
    ]
  })
}

/** What the opening of the prices finds: a price that cannot be read, and documents with it that cannot. */
export const foundInPrices = (prices: readonly OpenedPrice[]): Found[] =>
  prices.flatMap((price): Found[] => {
    const { organisationId } = price
    if ('reason' in price)
      return [{ organisationId, requirement: 'price', says: `Its price cannot be read. ${price.reason}` }]
    return (price.documents ?? []).flatMap((one): Found[] =>
      one.outcome === 'failed' ? [{ organisationId, requirement: 'document', says: unreadable(one) }] : [],
    )
  })

const unreadable = ({ name, id, reason }: Extract<OpenedDocument, { outcome: 'failed' }>): string =>
  `Its document “${name ?? id}” cannot be read. ${reason}`

function inside(
  { terms }: Opened,
  opening: OpenedTender['opening'],
  of: (requirement: Found['requirement']) => (says: string) => Found,
): Found[] {
  if (opening.outcome === 'failed') return [of('opened')(opening.reason)]
  const missing = terms.criteria.filter(({ id }) => !opening.answered.includes(id))
  const unread = (opening.documents ?? []).flatMap((document) => (document.outcome === 'failed' ? [document] : []))
  return [
    ...missing.map(({ title }) => of('answers')(`It does not answer “${title}”.`)),
    ...unread.map((document) => of('document')(unreadable(document))),
    ...(opening.priceIntact ? [] : [of('price')('Its sealed price is not what was submitted.')]),
  ]
}
