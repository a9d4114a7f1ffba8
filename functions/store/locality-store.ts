import {
  type Organisation,
  type Person,
  type Practice,
  personSchema,
  practiceSchema,
} from '../../domain/locality/locality.ts'
import type { Declaration } from '../../domain/register/declaration.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { writeAll } from './batch.ts'
import { keys, nameUnder, prefixes } from './keys.ts'
import { getAll, queryAll } from './query.ts'

export interface Locality {
  people: Person[]
  practices: Practice[]
  organisations: Organisation[]
  /** Who declared what, and when. */
  declarations?: { person: string; declaration: Declaration; declaredAt: Instant }[]
}

/**
 * Writes people and practices; what stands under the same identifiers is replaced: who left a practice or a role is no longer found
 * under it.
 */
export async function putPeople(
  deps: Pick<Deps, 'table'>,
  { people, practices }: Pick<Locality, 'people' | 'practices'>,
): Promise<void> {
  const were = new Map((await loadEverybody(deps)).map((person) => [person.id, groupsOf(person)]))
  const items = [
    ...practices.map((practice) => ({ ...keys.practice(practice.id), body: practice })),
    ...people.flatMap((person) => [
      { ...keys.person(person.id), body: person },
      ...groupsOf(person).map((group) => ({ ...keys.groupMember(group, person.id), body: person })),
    ]),
  ]
  const left = people.flatMap((person) => {
    const is = groupsOf(person)
    return (were.get(person.id) ?? [])
      .filter((group) => !is.includes(group))
      .map((group) => keys.groupMember(group, person.id))
  })
  const writes = [
    ...items.map((Item) => ({ PutRequest: { Item } })),
    ...left.map((Key) => ({ DeleteRequest: { Key } })),
  ]
  await writeAll(deps, writes)
}

/** A person before a case. */
export interface Approaching {
  person: Person
  /** Why the person is excluded, by case: of this case alone, but for one who is `Known`. */
  exclusions: ReadonlyMap<string, string>
  /** When they declared their interests last. */
  declaredAt?: string
}

/** A person with every case that they are excluded from: what lists are read for. */
export interface Known extends Approaching {
  fromEveryCase: true
}

/** A person with the cases they are excluded from: one consistent Query. */
export async function loadPerson(deps: Pick<Deps, 'table'>, personId: string): Promise<Known | undefined> {
  const known = knownOf(personId, await queryAll(deps, prefixes.access(personId)))
  return known && { ...known, fromEveryCase: true }
}

/** The person that these items say they are, with what these say they are excluded from. */
export function knownOf(personId: string, items: Record<string, unknown>[]): Approaching | undefined {
  const profile = items.find((item) => item['sk'] === keys.person(personId).sk)
  if (!profile) return undefined
  const declared = items.find((item) => item['sk'] === keys.declared(personId).sk)
  const exclusions = prefixes.exclusions(personId)
  const excluded = items.filter((item) => String(item['sk']).startsWith(exclusions.sk))
  return {
    person: personSchema.parse(profile['body']),
    exclusions: new Map(excluded.map((item) => [nameUnder(exclusions, item), String(item['reason'])])),
    ...(declared && { declaredAt: String(declared['declaredAt']) }),
  }
}

/** Those of these people whom the register knows, by identifier: one request. */
export async function loadPeople(deps: Pick<Deps, 'table'>, people: readonly string[]): Promise<Map<string, Person>> {
  const items = await getAll(deps, [...new Set(people)].map(keys.person))
  return new Map(items.map((item) => personSchema.parse(item['body'])).map((person) => [person.id, person]))
}

/** Those of these people who are not excluded from a case: one request. */
export async function loadUnexcluded(
  deps: Pick<Deps, 'table'>,
  people: readonly string[],
  caseId: string,
): Promise<Person[]> {
  const each = [...new Set(people)]
  const items = await getAll(
    deps,
    each.flatMap((id) => [keys.person(id), keys.exclusion(id, caseId)]),
  )
  const of = Map.groupBy(items, ({ pk }) => pk)
  const known = each.map((id) => knownOf(id, of.get(keys.person(id).pk) ?? []))
  return known.flatMap((one) => (one && !one.exclusions.has(caseId) ? [one.person] : []))
}

/** The names of these people, by identifier, in the order in which they are asked for: one request. */
export async function loadNames(deps: Pick<Deps, 'table'>, people: readonly string[]): Promise<Record<string, string>> {
  const known = await loadPeople(deps, people)
  return Object.fromEntries(people.flatMap((id) => (known.has(id) ? [[id, known.get(id)?.name ?? id]] : [])))
}

/** Everybody of the locality. */
const EVERYBODY = 'everybody'

const groupsOf = ({ practiceId, organisationId, roles }: Person): string[] => [
  EVERYBODY,
  ...roles,
  ...[practiceId, organisationId].filter((group) => group !== undefined),
]

/** The people of one practice, organisation or role: one Query. */
export async function loadGroup(deps: Pick<Deps, 'table'>, group: string): Promise<Person[]> {
  return (await queryAll(deps, prefixes.group(group))).map((item) => personSchema.parse(item['body']))
}

/** Every person of the register: one Query. */
export const loadEverybody = (deps: Pick<Deps, 'table'>): Promise<Person[]> => loadGroup(deps, EVERYBODY)

/** Whether somebody is one of these people. */
export function among(people: readonly Person[]): (person: string) => boolean {
  const known = new Set(people.map(({ id }) => id))
  return (person) => known.has(person)
}

export async function loadPractices(deps: Pick<Deps, 'table'>): Promise<Practice[]> {
  return (await queryAll(deps, prefixes.practices)).map((item) => practiceSchema.parse(item['body']))
}
