import { randomBytes } from 'node:crypto'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { type Actor, actorSchema } from '../../domain/case/party.ts'
import type { Register } from '../../domain/conflict/matter.ts'
import { type Organisation, organisationSchema, type Person } from '../../domain/locality/locality.ts'
import {
  chain,
  entrySchema as chained,
  GENESIS,
  type Head,
  hashSchema,
  payloadSchema,
} from '../../domain/record/chain.ts'
import { refuseUnless } from '../../domain/refusal.ts'
import { entrySchema, type RegisterEntry } from '../../domain/register/declaration.ts'
import { REGISTER, type RegisterExport, registerExport, versionOf } from '../../domain/register/export.ts'
import { emptyEntry, evolveEntry, personIn, type RegisterEvent } from '../../domain/register/register.ts'
import { type Instant, instantSchema } from '../../domain/time/instant.ts'
import * as z from '../../domain/zod.ts'
import type { Deps } from '../runtime/deps.ts'
import { Kept } from './kept.ts'
import { keys, nameUnder, prefixes } from './keys.ts'
import { loadEverybody } from './locality-store.ts'
import { between, inKeyOrder, queryAll } from './query.ts'
import { put, transact, type Write } from './transaction.ts'

type Store = Pick<Deps, 'table'>

export interface LoadedRegister extends Register {
  head: Head
}

export async function registerHead({ table }: Store): Promise<Head> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.registerHead, ConsistentRead: true }),
  )
  return headIn(Item)
}

/** The head that this item is; of nothing, where there is none. */
export const headIn = (item: Record<string, unknown> | undefined): Head =>
  item ? { sequence: Number(item['sequence']), hash: hashSchema.parse(item['hash']) } : GENESIS

/** The register, and everybody of the locality, where they were asked for. */
interface KeptRegister {
  register: LoadedRegister
  people?: readonly Person[]
}

const registers = new Kept<KeptRegister>(1)

/**
 * The register as it is now. Its head is read first: what follows is at least as new, so a result may be recomputed once too
 * often, and never once too seldom.
 * @param head as it was just read
 */
export const loadRegister = async (store: Store, head?: Head): Promise<LoadedRegister> =>
  (await registerAt(store, head ?? (await registerHead(store)))).register

/** Its organisations alone. @param head as it was just read */
export const loadOrganisations = async (store: Store, head?: Head): Promise<Organisation[]> => [
  ...(await loadRegister(store, head)).organisations,
]

/** What the register holds about one person. */
export async function readEntry({ table }: Store, person: string): Promise<RegisterEntry | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.registerEntry(person), ConsistentRead: true }),
  )
  return Item && entrySchema.parse(inKeyOrder(Item)['body'])
}

/**
 * The register and everybody of the locality as they are now: whoever loads other people says so in the register's record.
 * @param head as it was just read
 */
export async function loadRegisterAndPeople(store: Store, head?: Head): Promise<Required<KeptRegister>> {
  const { register, people } = await registerAt(store, head ?? (await registerHead(store)), { withPeople: true })
  return { register, people: people ?? [] }
}

async function registerAt(store: Store, head: Head, { withPeople = false } = {}): Promise<KeptRegister> {
  const known = registers.get(store, REGISTER, head.hash)
  if (known && (known.people || !withPeople)) return known
  const [register, people] = await Promise.all([
    known?.register ?? readRegister(store, head),
    withPeople ? loadEverybody(store) : undefined,
  ])
  return keepRegister(store, { register, ...(people && { people }) })
}

/** Nothing is kept of a register without a record, which what is loaded into it would not change. */
const keepRegister = (store: Store, kept: KeptRegister): KeptRegister =>
  kept.register.head.sequence === 0 ? kept : registers.keep(store, REGISTER, kept.register.head.hash, kept)

async function readRegister(store: Store, head: Head): Promise<LoadedRegister> {
  const [organisations, items] = await Promise.all([
    queryAll(store, prefixes.organisations),
    queryAll(store, prefixes.registerEntries),
  ])
  return {
    ...{ version: versionOf(head), head },
    organisations: organisations.map(({ body }) => organisationSchema.parse(body)),
    entries: items.map(({ body }) => entrySchema.parse(body)),
  }
}

/** What the register holds after these events, as it would be read. With a load, other people may have been written. */
function keepAfter(
  store: Store,
  before: LoadedRegister,
  head: Head,
  events: RegisterEvent[],
  entries: RegisterEntry[],
) {
  if (events.some(({ type }) => type === 'RegisterLoaded')) return
  const recorded = events.flatMap((event) => (event.type === 'OrganisationRecorded' ? [event.data.organisation] : []))
  const people = registers.get(store, REGISTER, before.head.hash)?.people
  keepRegister(store, {
    register: {
      ...{ version: versionOf(head), head },
      organisations: written(before.organisations, recorded, ({ id }) => id, organisationSchema),
      entries: written(before.entries, entries, ({ person }) => person, entrySchema),
    },
    ...(people && { people }),
  })
}

/** These items in the order of their keys, the written ones as they are read. */
function written<T>(
  were: readonly T[],
  items: readonly T[],
  keyOf: (one: T) => string,
  schema: { parse(body: unknown): T },
): T[] {
  const read = items.map((one) => schema.parse(inKeyOrder({ body: JSON.parse(JSON.stringify(one)) })['body']))
  const all = new Map([...were, ...read].map((one) => [keyOf(one), one]))
  return [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one)
}

/**
 * Writes events of the register, and what it then holds, in one transaction that rests on the head they were decided on.
 *
 * @param also conditions and items that must hold or be written with them
 * @throws Conflict when somebody else wrote first; ConditionFailed when one of `also` did not hold
 */
export async function commitRegister(
  store: Store,
  before: LoadedRegister,
  { events, by, at, also }: { events: RegisterEvent[]; by: Actor; at: Instant; also?: (after: Head) => Write[] },
): Promise<Head> {
  let { head } = before
  const entries = new Map<string, RegisterEntry>()
  const writes: Write[] = []
  for (const event of events) {
    const payload = { salt: randomBytes(16).toString('hex'), data: event.data }
    const { caseId: _, ...rest } = chain(head, { caseId: REGISTER, at, by, type: event.type }, payload)
    const person = personIn(event)
    writes.push(
      put(store, { ...keys.registerEvent(rest.sequence), ...rest }, 'attribute_not_exists(pk)'),
      put(store, { ...keys.registerPayload(rest.sequence), ...payload }),
      ...(person === undefined
        ? []
        : [put(store, { ...keys.declaredBefore(person, rest.sequence), type: event.type })]),
      ...(event.type === 'OrganisationRecorded'
        ? [
            put(store, { ...keys.organisation(event.data.organisation.id), body: event.data.organisation }),
            put(store, { ...keys.recordedBefore(event.data.organisation.id, rest.sequence), type: event.type }),
          ]
        : []),
      ...(event.type === 'InterestsDeclared'
        ? [put(store, { ...keys.declared(event.data.person), declaredAt: event.data.declaredAt ?? at })]
        : []),
    )
    if (person !== undefined) {
      const entry = entries.get(person) ?? before.entries.find((one) => one.person === person) ?? emptyEntry(person)
      entries.set(person, evolveEntry(entry, event, at))
    }
    head = { sequence: rest.sequence, hash: rest.hash }
  }
  const headWrite =
    before.head.sequence === 0
      ? put(store, { ...keys.registerHead, ...head }, 'attribute_not_exists(pk)')
      : put(
          store,
          { ...keys.registerHead, ...head },
          '#sequence = :sequence',
          { ':sequence': before.head.sequence },
          { '#sequence': 'sequence' },
        )
  const items = [...entries].map(([person, body]) => put(store, { ...keys.registerEntry(person), body }))
  const conditions = also?.(head) ?? []
  await transact(store, [...conditions, headWrite, ...writes, ...items], conditions.length)
  keepAfter(store, before, head, events, [...entries.values()])
  return head
}

const pastSchema = z.object({ sequence: z.int(), at: instantSchema, by: actorSchema, type: z.string() })

/** One change of the register; its data is absent where it has been erased. */
export type RegisterPast = z.infer<typeof pastSchema> & { data?: unknown }

const pastOf = (item: Record<string, unknown>, data: unknown): RegisterPast => ({
  ...pastSchema.parse(item),
  ...(data !== undefined && { data }),
})

/** A page of the register's record, oldest first. */
export async function readRegisterPast(
  store: Store,
  { after, limit }: { after: number; limit: number },
): Promise<RegisterPast[]> {
  const [events, payloads] = await Promise.all([
    between(store, keys.registerEvent(after + 1), keys.registerEvent(after + limit)),
    between(store, keys.registerPayload(after + 1), keys.registerPayload(after + limit)),
  ])
  const number = (item: Record<string, unknown>) => String(item['sk']).slice(-8)
  const data = new Map(payloads.map((item) => [number(item), item['data']]))
  return events.map((item) => pastOf(item, data.get(number(item))))
}

/**
 * The whole record, for `npm run verify`. The head is read first: what came after it is left out.
 * @throws Refusal `NotFound` before anything was entered
 */
export async function exportRegister(store: Store): Promise<RegisterExport> {
  const head = await registerHead(store)
  refuseUnless(head.sequence > 0, 'NotFound', 'Nothing has been entered into the register yet.')
  const [entries, payloads] = await Promise.all([
    queryAll(store, prefixes.registerEvents),
    queryAll(store, prefixes.registerPayloads),
  ])
  const said = new Map(payloads.map((item) => [nameUnder(prefixes.registerPayloads, item), item]))
  const events = entries.slice(0, head.sequence).map(({ pk: _, ...item }) => {
    const { sk, ...entry } = item
    const payload = said.get(nameUnder(prefixes.registerEvents, { sk }))
    return {
      entry: chained.parse({ caseId: REGISTER, ...entry }),
      payload: payload ? payloadSchema.parse({ salt: payload['salt'], data: payload['data'] }) : null,
    }
  })
  return registerExport({ head, events })
}

/** The latest changes of the register that are about one person, the newest first. */
export const readOwnPast = (store: Store, person: string): Promise<RegisterPast[]> =>
  readPastUnder(store, prefixes.declaredBefore(person))

/** The same of an organisation. */
export const readOrganisationPast = (store: Store, organisationId: string): Promise<RegisterPast[]> =>
  readPastUnder(store, prefixes.recordedBefore(organisationId))

async function readPastUnder(
  store: Store,
  prefix: ReturnType<typeof prefixes.declaredBefore>,
  most = 20,
): Promise<RegisterPast[]> {
  const about = await queryAll(store, prefix)
  const numbers = about.map((item) => Number(nameUnder(prefix, item))).slice(-most)
  const pages = await Promise.all(numbers.map((sequence) => readRegisterPast(store, { after: sequence - 1, limit: 1 })))
  return pages.flat().reverse()
}
