import type { Organisation } from '../locality/locality.ts'
import { areaNames } from '../proposal/areas.ts'
import { digest } from '../record/chain.ts'
import { londonDate } from '../time/instant.ts'
import {
  type Declaration,
  type Interest,
  type RecordedInterest,
  type RegisterEntry,
  type Relation,
  relationsIn,
} from './declaration.ts'
import { declarationInWords, interestInWords } from './interest-in-words.ts'
import { dropped } from './stands-by.ts'

/** Every fact that can stand on the register's record: a chain like that of a case (requirements §4, §8). */
export type RegisterEvent =
  /**
   * For whichever case: the register says of nobody what they take part in.
   * @param declaredAt when they did, where that was before it was loaded from a file
   */
  | { type: 'InterestsDeclared'; data: { person: string; declaration: Declaration; declaredAt?: string } }
  /** @param by who entered it; absent in old events */
  | { type: 'InterestRecorded'; data: { person: string; interest: RecordedInterest; by?: string } }
  | { type: 'InterestStruck'; data: { person: string; interest: Interest & { source?: string }; reason: string } }
  /** Somebody whom the person named as close by mistake, and left out since. */
  | { type: 'RelationStruck'; data: { person: string; relation: Relation; reason: string } }
  /** @param changed what it says otherwise than before, in words; absent in old events */
  | { type: 'OrganisationRecorded'; data: { organisation: Organisation; reason: string; changed?: string[] } }
  /** The register of people says of somebody whom it knew that they belong elsewhere now (`worksOf`): organisations */
  | { type: 'BelongingChanged'; data: { person: string; began: string[]; ended: string[] } }
  /**
   * A file was loaded: what it changed are the events before.
   * @param belonging who of its people belongs where (`worksOf`): people, by organisation
   */
  | {
      type: 'RegisterLoaded'
      data: { organisations: string[]; people: string[]; belonging: Record<string, string[]> }
    }

export const emptyEntry = (person: string): RegisterEntry => ({ person, dropped: [], recorded: [] })

/** Whether two entries are the same in everything. */
const same = (one: Interest | Relation, other: Interest | Relation): boolean => digest(one) === digest(other)

/** What the register holds of a person after one more event about them. */
export function evolveEntry(entry: RegisterEntry, event: RegisterEvent, at: string): RegisterEntry {
  switch (event.type) {
    case 'InterestsDeclared': {
      const { declaration, declaredAt = at } = event.data
      // What was left out may have been forgotten: it is kept, and asked about.
      const { interests, relations } = dropped(entry, declaration, declaredAt)
      const { droppedRelations: _, ...rest } = entry
      const named = relationsIn(declaration).map(({ personId }) => [personId, declaredAt] as const)
      return {
        ...rest,
        ...{ declaration, declaredAt, dropped: interests },
        ...(named.length > 0 && { namedSince: { ...Object.fromEntries(named), ...entry.namedSince } }),
        ...(relations.length > 0 && { droppedRelations: relations }),
      }
    }
    case 'InterestRecorded': {
      const { interest, by } = event.data
      return { ...entry, recorded: [...entry.recorded, { ...interest, ...(by !== undefined && { by }) }] }
    }
    case 'InterestStruck': {
      const { interest } = event.data
      return {
        ...entry,
        recorded: entry.recorded.filter((one) => !same(one, interest)),
        dropped: entry.dropped.filter((one) => !same(one, interest)),
        ...(entry.belonged && { belonged: entry.belonged.filter((one) => !same(one, interest)) }),
      }
    }
    case 'BelongingChanged': {
      const { ended } = event.data
      if (ended.length === 0) return entry
      const endedOn = londonDate(at)
      const before = (entry.belonged ?? []).filter(({ organisationId }) => !ended.includes(organisationId))
      const now = ended.map((organisationId) => ({ organisationId, kind: 'employee' as const, endedOn, detail: '' }))
      return { ...entry, belonged: [...before, ...now] }
    }
    case 'RelationStruck': {
      const { droppedRelations = [], ...rest } = entry
      const left = droppedRelations.filter((one) => !same(one, event.data.relation))
      return left.length > 0 ? { ...rest, droppedRelations: left } : rest
    }
    default:
      return entry
  }
}

/** What the register holds after these events. */
export function evolveRegister<R extends { organisations: readonly Organisation[]; entries: readonly RegisterEntry[] }>(
  before: R,
  events: readonly RegisterEvent[],
  at: string,
): R {
  const organisations = new Map(before.organisations.map((one) => [one.id, one]))
  const entries = new Map(before.entries.map((one) => [one.person, one]))
  for (const event of events) {
    const person = personIn(event)
    if (event.type === 'OrganisationRecorded') organisations.set(event.data.organisation.id, event.data.organisation)
    if (person !== undefined) entries.set(person, evolveEntry(entries.get(person) ?? emptyEntry(person), event, at))
  }
  return { ...before, organisations: [...organisations.values()], entries: [...entries.values()] }
}

/** Who an event is about. */
export const personIn = ({ data }: RegisterEvent): string | undefined => ('person' in data ? data.person : undefined)

/** What an event says to people who may read the register. */
export function tellRegister({ type, data }: RegisterEvent): string {
  switch (type) {
    case 'InterestsDeclared':
      return `Declared: ${declarationInWords(data.declaration)}.`
    case 'InterestRecorded':
      return `An interest was recorded: ${interestInWords(data.interest, data.interest.organisationId)}. Source: ${data.interest.source}`
    case 'InterestStruck':
      return `An interest was struck out (${interestInWords(data.interest, data.interest.organisationId)}): ${data.reason}`
    case 'RelationStruck':
      return `Somebody named as ${data.relation.kind === 'family' ? 'family' : 'a business partner'} was struck out: ${data.reason}`
    case 'OrganisationRecorded':
      return `${data.organisation.name} was recorded${data.changed ? ` (${data.changed.join(', ')})` : ''}: ${data.reason}`
    case 'BelongingChanged':
      return `The register of people says where they belong: ${[
        ...data.began.map((id) => `now to ${id}`),
        ...data.ended.map((id) => `no longer to ${id}`),
      ].join(', ')}.`
    case 'RegisterLoaded':
      return `${data.organisations.length} organisations and declarations of ${data.people.length} people were loaded.`
  }
}

export const isArea = (area: string): boolean => (areaNames as readonly string[]).includes(area)
