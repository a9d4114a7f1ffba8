import type { NamedInTender } from '../conflict/matter.ts'
import type { Organisation } from '../locality/locality.ts'
import { bidders, type Tender } from './tender.ts'

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Every organisation that the opened tenders name: the bidders, and partners by identifier, by name or by an alias. */
export function namedInTenders(tender: Tender | undefined, organisations: Organisation[]): NamedInTender[] {
  // Of an ended round too: whoever was named in it would gain from what the panel writes next.
  if (tender?.status !== 'opened' && tender?.status !== 'ended') return []
  const known = new Map(
    organisations.flatMap(({ id, name, aliases }) => [name, ...aliases].map((one) => [plain(one), id])),
  )
  return bidders(tender).flatMap((organisationId) => {
    const opening = tender.tenders[organisationId]?.opening
    if (!opening) return []
    const partners = opening.outcome === 'opened' ? opening.partners : []
    return [
      { organisationId, as: 'bidder' as const },
      ...partners.flatMap((partner) => {
        const id = partner.organisationId ?? known.get(plain(partner.name))
        return id === undefined ? [] : [{ organisationId: id, as: partner.as }]
      }),
    ]
  })
}
