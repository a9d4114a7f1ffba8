import type { NamedInTender } from '../conflict/matter.ts'
import { isCompany } from '../conflict/stake.ts'
import { isStandIn, standIns, type UnknownInTender } from '../conflict/stand-in.ts'
import type { Organisation } from '../locality/locality.ts'
import { organisationCalled } from '../register/names.ts'
import type { Partner } from './partner.ts'
import { bidders, type Tender } from './tender.ts'

/**
 * Every organisation that the opened tenders name: the bidders, and partners by what they are called, now or before. An identifier
 * beside a name is the bidder's own word: it counts as well, and never instead of the name. The commissioning company tenders nowhere:
 * a bidder that names it locks nobody out of the case who runs it.
 */
export function namedInTenders(tender: Tender | undefined, organisations: Organisation[]): NamedInTender[] {
  return partnersByBidder(tender).flatMap(({ organisationId, partners }) => [
    { organisationId, as: 'bidder' as const },
    ...partners.flatMap((partner) => meant(partner, organisations)),
  ])
}

function meant(partner: Partner, organisations: Organisation[]): NamedInTender[] {
  const companies = new Set(organisations.filter(isCompany).map(({ id }) => id))
  return [...new Set([called(partner, organisations), identified(partner, organisations)])].flatMap((id) =>
    id === undefined || companies.has(id) ? [] : [{ organisationId: id, as: partner.as }],
  )
}

/**
 * Whom one bidder's opened tender names beside it, with what each is to the rules.
 * @param organisations with those that only a tender names
 */
export function partnersOf(
  tender: Tender | undefined,
  bidder: string,
  organisations: Organisation[],
): (Partner & { named: NamedInTender[] })[] {
  const known = organisations.filter((one) => !isStandIn(one))
  const partners = partnersByBidder(tender).find(({ organisationId }) => organisationId === bidder)?.partners ?? []
  return partners.map((partner) => {
    const unknown = called(partner, known) === undefined ? standIns([partner]).named : []
    return { ...partner, named: [...meant(partner, known), ...unknown] }
  })
}

/** Partners and subcontractors in opened tenders whose name no organisation goes by, each name once. */
export function unknownInTenders(tender: Tender | undefined, organisations: Organisation[]): UnknownInTender[] {
  const partners = partnersByBidder(tender).flatMap((one) => one.partners)
  const unknown = partners.filter((partner) => called(partner, organisations) === undefined)
  return [...new Map(unknown.map(({ name, as }) => [name, { name, as }])).values()].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )
}

/** Partners named in an ended round count, too: they would gain from what the panel writes next. */
function partnersByBidder(tender: Tender | undefined): { organisationId: string; partners: Partner[] }[] {
  if (tender?.status !== 'opened' && tender?.status !== 'ended') return []
  return bidders(tender).flatMap((organisationId) => {
    const opening = tender.tenders[organisationId]?.opening
    return opening ? [{ organisationId, partners: opening.outcome === 'opened' ? opening.partners : [] }] : []
  })
}

const called = ({ name }: Partner, organisations: Organisation[]): string | undefined =>
  organisationCalled(name, organisations)?.id

const identified = ({ organisationId }: Partner, organisations: Organisation[]): string | undefined =>
  organisations.find(({ id }) => id === organisationId)?.id
