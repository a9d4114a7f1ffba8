import { Temporal } from 'temporal-polyfill'
import type { Organisation } from '../locality/locality.ts'
import {
  type Interest,
  interestsIn,
  type KeptDeclaration,
  type RegisterEntry,
  relationsIn,
} from '../register/declaration.ts'
import { organisationCalled } from '../register/names.ts'
import { emptyEntry } from '../register/register.ts'
import { endableFrom, standsBy } from '../register/stands-by.ts'
import { londonDate } from '../time/instant.ts'
import type { Matter, PersonFacts } from './matter.ts'

/** What ties a person to an organisation of the register, and who says so. */
export interface Tie {
  interest: Interest
  organisation: Organisation
  /** The person; the register of people, for the practice they belong to; or the register, and not the person. */
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

function resolved(interests: readonly Interest[], said: Tie['said'], { organisations }: Matter): Tie[] {
  const known = [...organisations.values()]
  return interests.flatMap((interest) => {
    const organisation = organisationCalled(interest.organisationId, known)
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
  const told = (id: string) =>
    declared.some(({ organisation, interest }) => organisation.id === id && belongs(interest, rules))
  return [...new Set(where)].flatMap((id): Tie[] => {
    const organisation = organisations.get(id)
    if (!organisation || told(id)) return []
    return [{ interest: { organisationId: id, kind: 'employee', detail: '' }, organisation, said: 'belongs' }]
  })
}

/** Whether an interest says how somebody belongs to an organisation. A small share does not: its staff may have one, too. */
const belongs = ({ kind, basisPoints = 10_000 }: Interest, { smallOwnershipBelow }: Matter['rules']): boolean =>
  kind === 'owner' ? basisPoints >= smallOwnershipBelow : ['director', 'partner', 'member', 'employee'].includes(kind)

/** Ties that ended so lately that they still count. Without a date of today, all that ended. */
export function endedTies(person: string, facts: PersonFacts, matter: Matter): Tie[] {
  return resolved(interestsIn(declarationOf(person, facts, matter)), 'declared', matter).filter(({ interest }) =>
    endedLately(interest, matter),
  )
}

export function endedLately({ endedOn }: Pick<Interest, 'endedOn'>, { at, rules }: Matter): boolean {
  if (endedOn === undefined) return false
  if (at === undefined) return true
  const since = londonDate(at).subtract({ months: rules.endedTiesBarForMonths })
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(endedOn), since) >= 0
}

/** Ties that the register knows of, and the person does not declare: entered by others, or declared once and left out since. */
export function suggestedTies(person: string, facts: PersonFacts, matter: Matter): Tie[] {
  const entry = matter.entries.get(person)
  if (!entry) return []
  const declaration = declarationOf(person, facts, matter)
  const earlier = declaration === entry.declaration ? [] : interestsIn(entry.declaration)
  const declared = resolved(interestsIn(declaration), 'declared', matter)
  const admitted = (tie: Tie, lastSaid?: string) =>
    declared.some(
      ({ organisation, interest }) =>
        organisation.id === tie.organisation.id && standsBy(interest, tie.interest, lastSaid),
    )
  const lastSaid = matter.at === undefined ? undefined : endableFrom(entry.declaredAt, matter.at)
  return [
    ...resolved([...entry.recorded, ...entry.dropped], 'suggested', matter).filter((tie) => !admitted(tie)),
    ...resolved(earlier, 'suggested', matter).filter((tie) => !admitted(tie, lastSaid)),
  ].filter((tie) => isCurrent(tie) || endedLately(tie.interest, matter))
}

/**
 * What somebody said once, and what those whom they named as close said of themselves, told again as if nobody had gone back on
 * it: a bar that it led to does not end by the word of either, but when somebody else strikes it out, or in its time.
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
export function tiesInRegister({ person, declaration, recorded }: RegisterEntry, matter: Matter): Tie[] {
  const declared = resolved(interestsIn(declaration), 'declared', matter)
  // A holding that others entered and they declare is one holding.
  const told = ({ organisation, interest }: Tie) =>
    declared.some((one) => one.organisation.id === organisation.id && standsBy(one.interest, interest))
  const said = [...declared, ...resolved(recorded, 'declared', matter).filter((tie) => !told(tie))]
  return [...said, ...known(said.filter(isCurrent), matter.works.get(person) ?? [], matter)].filter(
    (tie) => isCurrent(tie) || endedLately(tie.interest, matter),
  )
}

export type Relative = { kind: 'family' | 'business-partner'; entry: RegisterEntry }

/** Those that last, or ended so lately that they still count. */
const relationsFrom = (declaration: KeptDeclaration | undefined, matter: Matter) =>
  relationsIn(declaration).filter(({ endedOn }) => endedOn === undefined || endedLately({ endedOn }, matter))

/** Family and business partners whom the person names. */
export const relatives = (person: string, facts: PersonFacts, matter: Matter): Relative[] =>
  relationsFrom(declarationOf(person, facts, matter), matter).flatMap(({ personId, kind }) => {
    // Whoever has declared nothing may work somewhere all the same.
    return [{ kind, entry: matter.entries.get(personId) ?? emptyEntry(personId) }]
  })

/** Those who name the person, or are partners in the same organisation, and whom the person does not name. */
export function suggestedRelatives(person: string, facts: PersonFacts, matter: Matter): Relative[] {
  const declaration = declarationOf(person, facts, matter)
  const named = new Set(relationsFrom(declaration, matter).map(({ personId }) => personId))
  const partnerIn = (said: KeptDeclaration | undefined) =>
    resolved(interestsIn(said), 'declared', matter)
      .filter((tie) => isCurrent(tie) && tie.interest.kind === 'partner')
      .map(({ organisation }) => organisation.id)
  const own = new Set(partnerIn(declaration))
  return [...matter.entries.values()]
    .filter((entry) => entry.person !== person && !named.has(entry.person))
    .flatMap((entry): Relative[] => {
      const names = relationsFrom(entry.declaration, matter).find(({ personId }) => personId === person)
      if (names) return [{ kind: names.kind, entry }]
      return partnerIn(entry.declaration).some((id) => own.has(id)) ? [{ kind: 'business-partner', entry }] : []
    })
}
