import { ownershipOf } from '../conflict/ownership.ts'
import { isCompany } from '../conflict/stake.ts'
import type { Organisation } from '../locality/locality.ts'
import { everHeld, type RegisterEntry, type Relation, relationsIn } from './declaration.ts'
import { organisationCalled } from './names.ts'

/** The register, as far as it says who has an interest in what. */
export interface Interested {
  organisations: readonly Organisation[]
  entries: readonly RegisterEntry[]
  /** Where the register of people says that somebody works: organisations, by person. */
  works: ReadonlyMap<string, readonly string[]>
}

/** Every organisation that the register ties somebody to, now or once, and where they work. */
export function tiedTo(person: string, { organisations, entries, works }: Interested): string[] {
  const interests = entries.filter((entry) => entry.person === person).flatMap(everHeld)
  const called = interests.flatMap(({ organisationId }) => organisationCalled(organisationId, organisations)?.id ?? [])
  return [...new Set([...called, ...(works.get(person) ?? [])])]
}

/**
 * Family and business partners: whom somebody names, or named once; and who names them, or did once, until they have answered it.
 * So nobody is kept from what they have to decide by a claim of somebody else that they deny, on the record, in a declaration.
 */
export function closeTo(person: string, { entries }: Pick<Interested, 'entries'>): string[] {
  const named = ({ declaration, droppedRelations = [] }: RegisterEntry) =>
    [...relationsIn(declaration), ...droppedRelations].map(({ personId }) => personId)
  const own = entries.find((entry) => entry.person === person)
  const claims = entries.filter((entry) => entry.person !== person && named(entry).includes(person))
  const unanswered = claims.filter((claim) => !answered(own, claim, person)).map((claim) => claim.person)
  return [...new Set([...(own ? named(own) : []), ...unanswered])]
}

/** Who names somebody as close now, is not named by them, and has had no answer: by what they say themselves, and what the other is to them. */
export function claimsOn(person: string, { entries }: Pick<Interested, 'entries'>): Relation[] {
  const own = entries.find((entry) => entry.person === person)
  const mutual = new Set(relationsIn(own?.declaration).map(({ personId }) => personId))
  return entries
    .filter((entry) => entry.person !== person && !mutual.has(entry.person) && !answered(own, entry, person))
    .flatMap((entry) =>
      relationsIn(entry.declaration)
        .filter(({ personId }) => personId === person)
        .map((relation) => ({ ...relation, personId: entry.person })),
    )
}

/** Whether they have said what interests they have since they were first named: whom they left out, they deny. */
function answered(own: RegisterEntry | undefined, claim: RegisterEntry, person: string): boolean {
  const since = claim.namedSince?.[person] ?? claim.declaredAt
  return own?.declaredAt !== undefined && since !== undefined && own.declaredAt > since
}

/** What somebody is told who is refused because of a person close to them: how to answer a claim that is not true. */
export const answerAClaim =
  'If somebody says that they are close to you and it is not so, declare your interests again without them: that answers it, and you can go on.'

/**
 * Identifiers of every organisation in which somebody has an interest of their own (requirements §4): by whatever name it is
 * called, declared, declared once, or entered by others; where the register of people says that they work, whatever they declare;
 * through those close to them; who decides for these organisations; and what all of them own, or owned. Whoever decides on one of
 * these decides on their own: they are held to no less than a nominee. To be employed by the commissioning company is no such interest:
 * everybody is who decides on these things (decision 22).
 */
export function ownOrganisations(person: string, { organisations, entries, works }: Interested): Set<string> {
  const whose = new Set([person, ...closeTo(person, { entries })])
  const interests = entries.filter((entry) => whose.has(entry.person)).flatMap(everHeld)
  const found = new Set<string>()
  const withAllItOwns = (organisation: Organisation): void => {
    if (found.has(organisation.id)) return
    found.add(organisation.id)
    for (const { organisationId } of [...organisation.owns, ...(organisation.owned ?? [])]) {
      const owned = organisations.find(({ id }) => id === organisationId)
      if (owned) withAllItOwns(owned)
    }
  }
  const working = [...whose].flatMap((one) => works.get(one) ?? [])
  const isOf = (organisation: Organisation): boolean =>
    (working.includes(organisation.id) && !isCompany(organisation)) ||
    interests.some(
      ({ organisationId, kind }) =>
        !(kind === 'employee' && isCompany(organisation)) &&
        organisationCalled(organisationId, organisations)?.id === organisation.id,
    )
  const ownership = ownershipOf(new Map(organisations.map((one) => [one.id, one])))
  const where = organisations.filter(isOf)
  const above = new Set(where.filter((one) => !isCompany(one)).flatMap(({ id }) => ownership.parents(id)))
  for (const one of [...where, ...organisations.filter(({ id }) => above.has(id))]) withAllItOwns(one)
  // They may work for an organisation that the register does not have yet.
  for (const id of working) if (!organisations.some((one) => one.id === id)) found.add(id)
  return found
}
