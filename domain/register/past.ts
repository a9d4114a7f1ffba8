import type { Register } from '../conflict/matter.ts'
import { organisationSchema } from '../locality/locality.ts'
import { eventNamed } from '../record/event-named.ts'
import { type Instant, instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'
import { declarationSchema, type RegisterEntry, recordedInterestSchema } from './declaration.ts'
import { type RegisterExport, versionOf } from './export.ts'
import { evolveRegister, type RegisterEvent } from './register.ts'

/** The register as it was, with where the register of people said that somebody belongs: organisations, by person. */
export interface RegisterThen {
  register: Register
  works: ReadonlyMap<string, readonly string[]>
}

/** What the register held at any moment of its record. Asked in the order of time it goes through the record once. */
export class RegisterPast {
  readonly #events: RegisterExport['events']
  #reached = nothing()

  constructor({ events }: Pick<RegisterExport, 'events'>) {
    this.#events = events
  }

  /** Which event keeps checks from being made again from it, and why; undefined where none does. */
  unreadable(): string | undefined {
    for (const { entry, payload } of this.#events) {
      if (!payload || restsOn[entry.type as RegisterEvent['type']]?.safeParse(payload.data).success) continue
      const early = entry.type === 'RegisterLoaded' && !Object.hasOwn(Object(payload.data), 'belonging')
      return `${eventNamed(entry)}: ${early ? NOT_SAID : 'it is not written as such an event is'}`
    }
    return undefined
  }

  /** Whether the record goes on after this moment, so that it has all that was entered until then. */
  goesOnAfter(at: Instant): boolean {
    return (this.#events.at(-1)?.entry.at ?? '') > at
  }

  /** How many events there are. */
  get events(): number {
    return this.#events.length
  }

  /** After how many events the register had this version; undefined if it never had it. */
  eventsOf(version: string): number | undefined {
    if (version === BEFORE_ALL) return 0
    const found = this.#events.findIndex(({ entry }) => versionOf(entry) === version)
    return found < 0 ? undefined : found + 1
  }

  /** How many events there were at a moment. */
  eventsUntil(at: Instant): number {
    return this.#events.findLastIndex(({ entry }) => entry.at <= at) + 1
  }

  /** The register after so many events. */
  after(events: number): RegisterThen {
    if (events < this.#reached.events) this.#reached = nothing()
    for (const { entry, payload } of this.#events.slice(this.#reached.events, events)) {
      this.#reached.events += 1
      if (payload) take(this.#reached, { type: entry.type, data: payload.data } as RegisterEvent, entry.at)
    }
    const { held, works } = this.#reached
    const last = this.#events[events - 1]
    return {
      register: { version: last ? versionOf(last.entry) : BEFORE_ALL, ...held },
      works: new Map(works),
    }
  }
}

const person = z.string()
const organisations = z.array(z.string())
/** What checks rest on, of each event. */
const restsOn: Record<RegisterEvent['type'], z.ZodType> = {
  InterestsDeclared: z.object({ person, declaration: declarationSchema, declaredAt: instantSchema.optional() }),
  InterestRecorded: z.object({ person, interest: recordedInterestSchema }),
  InterestStruck: z.object({ person, interest: z.looseObject({}) }),
  RelationStruck: z.object({ person, relation: z.looseObject({}) }),
  OrganisationRecorded: z.object({ organisation: organisationSchema }),
  BelongingChanged: z.object({ person, began: organisations, ended: organisations }),
  RegisterLoaded: z.object({ belonging: z.record(z.string(), z.array(person)) }),
}
const NOT_SAID =
  'it was written by an earlier release, and does not say who belongs where, which checks for conflicts rest on'
const BEFORE_ALL = '0'.repeat(16)

interface Reached {
  events: number
  held: { organisations: Register['organisations']; entries: readonly RegisterEntry[] }
  works: Map<string, string[]>
}

const nothing = (): Reached => ({ events: 0, held: { organisations: [], entries: [] }, works: new Map() })

function take(reached: Reached, event: RegisterEvent, at: Instant): void {
  reached.held = evolveRegister(reached.held, [event], at)
  if (event.type === 'BelongingChanged') {
    const { person, began, ended } = event.data
    const still = (reached.works.get(person) ?? []).filter((id) => !ended.includes(id))
    reached.works.set(person, [...still, ...began])
  }
  if (event.type === 'RegisterLoaded') {
    const loaded = Object.entries(event.data.belonging).flatMap(([id, people]) =>
      people.map((person) => ({ person, id })),
    )
    for (const [person, where] of Map.groupBy(loaded, ({ person }) => person))
      reached.works.set(
        person,
        where.map(({ id }) => id),
      )
  }
}
