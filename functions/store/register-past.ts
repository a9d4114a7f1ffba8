import { actorSchema } from '../../domain/case/party.ts'
import { entrySchema as chained, payloadSchema } from '../../domain/record/chain.ts'
import { refuseUnless } from '../../domain/refusal.ts'
import { REGISTER, type RegisterExport, registerExport } from '../../domain/register/export.ts'
import { instantSchema } from '../../domain/time/instant.ts'
import * as z from '../../domain/zod.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys, nameUnder, prefixes } from './keys.ts'
import { between, queryAll } from './query.ts'
import { registerHead } from './register-store.ts'

type Store = Pick<Deps, 'table'>

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
