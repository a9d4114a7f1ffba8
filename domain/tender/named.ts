import type { NamedInTender } from '../conflict/matter.ts'
import type { UnknownInTender } from '../conflict/stand-in.ts'
import type { Organisation } from '../locality/locality.ts'
import { organisationCalled } from '../register/names.ts'
import { bidders, type Tender } from './tender.ts'

/** Every organisation that the opened tenders name: the bidders, and partners by identifier, by name or by an alias. */
export function namedInTenders(tender: Tender | undefined, organisations: Organisation[]): NamedInTender[] {
  // Of an ended round too: whoever was named in it would gain from what the panel writes next.
  if (tender?.status !== 'opened' && tender?.status !== 'ended') return []
  return bidders(tender).flatMap((organisationId) => {
    const opening = tender.tenders[organisationId]?.opening
    if (!opening) return []
    const partners = opening.outcome === 'opened' ? opening.partners : []
    return [
      { organisationId, as: 'bidder' as const },
      ...partners.flatMap((partner) => {
        const id = partner.organisationId ?? organisationCalled(partner.name, organisations)?.id
        return id === undefined ? [] : [{ organisationId: id, as: partner.as }]
      }),
    ]
  })
}

/** Partners and subcontractors in opened tenders that no organisation goes by, each name once. */
export function unknownInTenders(tender: Tender | undefined, organisations: Organisation[]): UnknownInTender[] {
  if (tender?.status !== 'opened' && tender?.status !== 'ended') return []
  const partners = bidders(tender).flatMap((organisationId) => {
    const opening = tender.tenders[organisationId]?.opening
    return opening?.outcome === 'opened' ? opening.partners.filter((one) => !one.organisationId) : []
  })
  const unknown = partners.filter(({ name }) => !organisationCalled(name, organisations))
  return [...new Map(unknown.map(({ name, as }) => [name, { name, as }])).values()].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )
}
