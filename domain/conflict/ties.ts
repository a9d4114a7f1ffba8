import type { Organisation } from '../locality/locality.ts'
import { once } from '../once.ts'
import {
  type Interest,
  type InterestKind,
  interestsIn,
  type KeptDeclaration,
  type KeptRecord,
  type RegisterEntry,
  type Relation,
  relationsIn,
} from '../register/declaration.ts'
import { organisationCalled, plainName } from '../register/names.ts'
import { emptyEntry } from '../register/register.ts'
import { endableFrom, standsBy } from '../register/stands-by.ts'
import { endedLately } from './ended-lately.ts'
import { type Matter, organisationsIn, type PersonFacts } from './matter.ts'
import { isCompany } from './stake.ts'

/** An interest, and of one that somebody else entered who that was, and the source that they gave. */
export type Entered = Interest & Partial<Pick<KeptRecord, 'by' | 'source'>>

/** What ties a person to an organisation of the register, and who says so. */
export interface Tie {
  /** With who entered it of somebody else, and where from. */
  interest: Entered
  organisation: Organisation
  /** The person; the register of people, for where they belong or belonged; or the register, and not the person. */
  said: 'declared' | 'belongs' | 'suggested'
}

/**
 * What a person declared last: for the case, or in the register since. What is declared for a case goes into the register with
 * its time, so what stands there from the same moment is that, or was declared after it.
 */
export function declarationOf(person: string, { declaration, declaredAt }: PersonFacts, { entries }: Matter) {
  const entry = entries.get(person)
  if (!entry?.declaration) return declaration
  const inRegister =
    declaration === undefined ||
    declaration.kind === 'erased' ||
    (declaredAt !== undefined && entry.declaredAt !== undefined && entry.declaredAt >= declaredAt)
  return inRegister ? entry.declaration : declaration
}

function resolved(interests: readonly Entered[], said: Tie['said'], matter: Matter): Tie[] {
  return interests.flatMap((interest) => {
    const organisation = organisationCalled(interest.organisationId, organisationsIn(matter))
    return organisation ? [{ interest, organisation, said }] : []
  })
}

const isCurrent = ({ interest }: Tie) => interest.endedOn === undefined

/** Ties that last, among them those to the practice that the person belongs to, and to where the register of people says they work. */
export function currentTies(person: string, facts: PersonFacts, matter: Matter): Tie[] {
  const declared = resolved(interestsIn(declarationOf(person, facts, matter)), 'declared', matter).filter(isCurrent)
  const where = [...(facts.practiceId === undefined ? [] : [facts.practiceId]), ...(matter.works.get(person) ?? [])]
  return [...declared, ...known(declared, where, matter)]
}

/** Undeclared ties to the organisation where somebody belongs: a person who has not said more is treated as staff. */
function known(declared: readonly Tie[], where: readonly string[], { organisations, rules }: Matter): Tie[] {
  const told = (id: string) => declared.some((tie) => tie.organisation.id === id && saysHow(tie, rules))
  return [...new Set(where)].flatMap((id): Tie[] => {
    const organisation = organisations.get(id)
    if (!organisation || told(id)) return []
    return [{ interest: { organisationId: id, kind: 'employee', detail: '' }, organisation, said: 'belongs' }]
  })
}

/**
 * Whether a tie says how somebody belongs, so that they are not taken for staff besides. What bars less than being staff does not:
 * a small share, and of the company, whose staff alone are barred, anything but working or deciding for it.
 */
function saysHow(
  { organisation, interest: { kind, basisPoints = 10_000 } }: Tie,
  { smallOwnershipBelow }: Matter['rules'],
): boolean {
  if (kind === 'owner' && basisPoints < smallOwnershipBelow) return false
  const kinds: InterestKind[] = isCompany(organisation)
    ? ['director', 'employee']
    : ['director', 'partner', 'owner', 'member', 'employee']
  return kinds.includes(kind)
}

/**
 * Ties that ended so lately that they still count, among them those to where the register of people says that somebody belonged,
 * whatever they declare. Without a date of today, all that ended.
 */
export function endedTies(person: string, facts: PersonFacts, matter: Matter): Tie[] {
  const declared = resolved(interestsIn(declarationOf(person, facts, matter)), 'declared', matter)
  const left = leftBehind(matter.entries.get(person), currentTies(person, facts, matter), matter)
  return [...declared, ...left].filter(({ interest }) => endedLately(interest, matter))
}

/** Where somebody belonged by the register of people, and has no tie any longer that says as much. */
function leftBehind(entry: RegisterEntry | undefined, current: readonly Tie[], matter: Matter): Tie[] {
  const still = (id: string) => current.some((tie) => tie.organisation.id === id && saysHow(tie, matter.rules))
  return resolved(entry?.belonged ?? [], 'belongs', matter).filter(({ organisation }) => !still(organisation.id))
}

/** What the register knows of, and the person does not declare: entered by others, or declared once and left out since. */
export function suggestedInterests(person: string, facts: PersonFacts, matter: Matter): Entered[] {
  const entry = matter.entries.get(person)
  if (!entry) return []
  const declaration = declarationOf(person, facts, matter)
  const suggested = notAdmitted([...entry.recorded, ...entry.dropped], declaration, matter)
  const earlier = declaration === entry.declaration ? [] : interestsIn(entry.declaration)
  if (earlier.length === 0) return suggested
  const lastSaid = matter.at === undefined ? undefined : endableFrom(entry.declaredAt, matter.at)
  return [...suggested, ...notAdmitted(earlier, declaration, matter, lastSaid)]
}

/** Of these, what lasts or ended lately, and is not stood by now. */
function notAdmitted(
  interests: readonly Entered[],
  declaration: KeptDeclaration | undefined,
  matter: Matter,
  lastSaid?: string,
): Entered[] {
  if (interests.length === 0) return []
  const organisations = organisationsIn(matter)
  const where = ({ organisationId }: Interest) =>
    organisationCalled(organisationId, organisations)?.id ?? plainName(organisationId)
  const declared = interestsIn(declaration)
  return interests.filter(
    (interest) =>
      (interest.endedOn === undefined || endedLately(interest, matter)) &&
      !declared.some((now) => where(now) === where(interest) && standsBy(now, interest, lastSaid)),
  )
}

/** Those in organisations that the register does not know. */
export function strangeAmong(interests: readonly Entered[], matter: Matter): Entered[] {
  return interests.filter(({ organisationId }) => !organisationCalled(organisationId, organisationsIn(matter)))
}

/** The same, where the register knows the organisation. */
export const suggestedAmong = (interests: readonly Entered[], matter: Matter): Tie[] =>
  resolved(interests, 'suggested', matter)

/** What somebody else declared once, and leaves out now. */
export const leftOut = ({ declaration, dropped }: RegisterEntry, matter: Matter): Tie[] =>
  resolved(notAdmitted(dropped, declaration, matter), 'suggested', matter)

/**
 * What a person and the people they named as close ever declared, as if nothing had been taken back. A bar that follows from it
 * does not end because one of them says otherwise, but only when somebody else strikes the entry out, or in its time.
 */
export function neverTakenBack(
  person: string,
  facts: PersonFacts,
  matter: Matter,
): { facts: PersonFacts; matter: Matter } {
  const entry = matter.entries.get(person) ?? emptyEntry(person)
  const declaration = allSaid(entry, declarationOf(person, facts, matter))
  const entries = new Map(matter.entries).set(person, { ...entry, declaration, dropped: [] })
  for (const { personId } of declaration.relations) {
    const close = matter.entries.get(personId)
    if (close) entries.set(personId, { ...close, declaration: allSaid(close), dropped: [] })
  }
  return { facts: { ...facts, declaration }, matter: { ...matter, entries } }
}

/** What somebody declares, with what they declared once and no longer stand by. */
function allSaid({ declaration, dropped, droppedRelations = [] }: RegisterEntry, forCase?: KeptDeclaration) {
  const said = [...new Set([forCase, declaration])]
  return {
    kind: 'interests' as const,
    interests: [...said.flatMap(interestsIn), ...dropped],
    relations: [...said.flatMap(relationsIn), ...droppedRelations],
  }
}

/** The ties that somebody else has, or had until lately, as the register knows them, and where they work. */
export function tiesInRegister(entry: RegisterEntry, matter: Matter): Tie[] {
  const { person, declaration, recorded } = entry
  const declared = resolved(interestsIn(declaration), 'declared', matter)
  // A holding that others entered and they declare is one holding.
  const told = ({ organisation, interest }: Tie) =>
    declared.some((one) => one.organisation.id === organisation.id && standsBy(one.interest, interest))
  const said = [...declared, ...resolved(recorded, 'declared', matter).filter((tie) => !told(tie))]
  const lasting = said.filter(isCurrent)
  const current = [...lasting, ...known(lasting, matter.works.get(person) ?? [], matter)]
  const ended = [...said.filter((tie) => !isCurrent(tie)), ...leftBehind(entry, current, matter)]
  return [...current, ...ended.filter(({ interest }) => endedLately(interest, matter))]
}

export type Relative = { kind: 'family' | 'business-partner'; entry: RegisterEntry }

/** Those that last, or ended so lately that they still count. */
const ofLate = (relations: readonly Relation[], matter: Matter) =>
  relations.filter(({ endedOn }) => endedOn === undefined || endedLately({ endedOn }, matter))
const relationsFrom = (declaration: KeptDeclaration | undefined, matter: Matter) =>
  ofLate(relationsIn(declaration), matter)

/** Family and business partners whom the person names. */
export const relatives = (person: string, facts: PersonFacts, matter: Matter): Relative[] =>
  relationsFrom(declarationOf(person, facts, matter), matter).flatMap(({ personId, kind }) => {
    // Somebody who has declared nothing may still work somewhere.
    return [{ kind, entry: matter.entries.get(personId) ?? emptyEntry(personId) }]
  })

/**
 * Whether it makes people of one organisation partners in business: partners of any; directors and owners of a company that is neither a
 * practice, nor of all practices, nor the commissioning company. A joint company is the ordinary way to be in business together.
 */
function inBusiness(
  { interest: { kind, basisPoints = 10_000 }, organisation }: Tie,
  { rules }: Pick<Matter, 'rules'>,
): boolean {
  if (kind === 'partner') return true
  if (organisation.kind !== 'other' && organisation.kind !== 'provider') return false
  return kind === 'director' || (kind === 'owner' && basisPoints >= rules.smallOwnershipBelow)
}

/** The organisations in which somebody with these interests is a partner. */
const partnerIn = (said: readonly Interest[], matter: Matter): string[] =>
  resolved(said, 'declared', matter)
    .filter((tie) => isCurrent(tie) && inBusiness(tie, matter))
    .map(({ organisation }) => organisation.id)

/** The same by what the register holds of them. Everybody is held against everybody. */
const partnersOf = once((matter: Matter) =>
  once(({ declaration, recorded }: RegisterEntry) => partnerIn([...interestsIn(declaration), ...recorded], matter)),
)

/**
 * Those who name the person, or are partners in the same organisation, and whom the person does not name; and whom either of them
 * named once, and leaves out now.
 */
export function suggestedRelatives(person: string, facts: PersonFacts, matter: Matter): Relative[] {
  const declaration = declarationOf(person, facts, matter)
  const named = new Set(relationsFrom(declaration, matter).map(({ personId }) => personId))
  const own = new Set(partnerIn(interestsIn(declaration), matter))
  const namedOnce = ofLate(matter.entries.get(person)?.droppedRelations ?? [], matter)
  const others = [...matter.entries.values()].filter((entry) => entry.person !== person && !named.has(entry.person))
  // Whoever has declared nothing may work somewhere all the same.
  const silent = namedOnce
    .filter(({ personId }) => !named.has(personId) && !matter.entries.has(personId))
    .map(({ personId }) => emptyEntry(personId))
  return [...others, ...silent].flatMap((entry): Relative[] => {
    const names = [...relationsFrom(entry.declaration, matter), ...ofLate(entry.droppedRelations ?? [], matter)]
    const told =
      names.find(({ personId }) => personId === person) ?? namedOnce.find(({ personId }) => personId === entry.person)
    if (told) return [{ kind: told.kind, entry }]
    return partnersOf(matter)(entry).some((id) => own.has(id)) ? [{ kind: 'business-partner', entry }] : []
  })
}
