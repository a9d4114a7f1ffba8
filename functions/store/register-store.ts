import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { type Organisation, organisationSchema } from '../../domain/locality/locality.ts'
import { GENESIS, type Head, hashSchema } from '../../domain/record/chain.ts'
import { entrySchema, type RegisterEntry } from '../../domain/register/declaration.ts'
import { versionOf } from '../../domain/register/export.ts'
import type { Deps } from '../runtime/deps.ts'
import { type KeptRegister, keepRegister, keptRegister, type LoadedRegister } from './kept-register.ts'
import { keys, prefixes } from './keys.ts'
import { loadEverybody } from './locality-store.ts'
import { inKeyOrder, queryAll } from './query.ts'

type Store = Pick<Deps, 'table'>

export async function registerHead({ table }: Store): Promise<Head> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.registerHead, ConsistentRead: true }),
  )
  return headIn(Item)
}

/** The head that this item is; of nothing, where there is none. */
export const headIn = (item: Record<string, unknown> | undefined): Head =>
  item ? { sequence: Number(item['sequence']), hash: hashSchema.parse(item['hash']) } : GENESIS

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
  const known = keptRegister(store, head)
  if (known && (known.people || !withPeople)) return known
  const [register, people] = await Promise.all([
    known?.register ?? readRegister(store, head),
    withPeople ? loadEverybody(store) : undefined,
  ])
  return keepRegister(store, { register, ...(people && { people }) })
}

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
