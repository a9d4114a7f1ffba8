import type { Register } from '../../domain/conflict/matter.ts'
import { organisationSchema, type Person } from '../../domain/locality/locality.ts'
import type { Head } from '../../domain/record/chain.ts'
import { entrySchema, type RegisterEntry } from '../../domain/register/declaration.ts'
import { REGISTER, versionOf } from '../../domain/register/export.ts'
import type { RegisterEvent } from '../../domain/register/register.ts'
import type { Deps } from '../runtime/deps.ts'
import { Kept } from './kept.ts'
import { inKeyOrder } from './query.ts'

type Store = Pick<Deps, 'table'>

export interface LoadedRegister extends Register {
  head: Head
}

/** The register, and everybody of the locality, where they were asked for. */
export interface KeptRegister {
  register: LoadedRegister
  people?: readonly Person[]
}

const registers = new Kept<KeptRegister>(1)

/** What this process keeps of the register at this head. */
export const keptRegister = (store: Store, { hash }: Head): KeptRegister | undefined =>
  registers.get(store, REGISTER, hash)

/** Nothing is kept of a register without a record, which what is loaded into it would not change. */
export const keepRegister = (store: Store, kept: KeptRegister): KeptRegister =>
  kept.register.head.sequence === 0 ? kept : registers.keep(store, REGISTER, kept.register.head.hash, kept)

/** What the register holds after these events, as it would be read. With a load, other people may have been written. */
export function keepRegisterAfter(
  store: Store,
  before: LoadedRegister,
  head: Head,
  events: RegisterEvent[],
  entries: RegisterEntry[],
) {
  if (events.some(({ type }) => type === 'RegisterLoaded')) return
  const recorded = events.flatMap((event) => (event.type === 'OrganisationRecorded' ? [event.data.organisation] : []))
  const people = keptRegister(store, before.head)?.people
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
