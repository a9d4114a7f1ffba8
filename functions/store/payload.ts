import { type Payload, payloadSchema } from '../../domain/record/chain.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys } from './keys.ts'
import { furtherParts, inParts } from './parts.ts'
import { getAll, inKeyOrder } from './query.ts'

type Item = Record<string, unknown>

/** The items of what an event says: one, as a map; or as text in several, where it is too long. */
export function payloadItems(caseId: string, sequence: number, { salt, data }: Payload): [Item, ...Item[]] {
  const key = keys.payload(caseId, sequence)
  const parts = inParts({ ...key, salt, body: JSON.stringify(data ?? null) })
  return parts.length > 1 ? parts : [{ ...key, salt, data }]
}

/** Where these are. */
export function payloadKeys(caseId: string, sequence: number, payload: Payload): { pk: string; sk: string }[] {
  const key = keys.payload(caseId, sequence)
  return [key, ...furtherParts(key, payloadItems(caseId, sequence, payload).length)]
}

/** What an event says, from what was read of its items. */
export const payloadIn = ({ salt, data, body }: Item): Payload =>
  payloadSchema.parse({ salt, data: typeof body === 'string' ? inKeyOrder({ said: JSON.parse(body) })['said'] : data })

/** What an event says; undefined where it has been erased. */
export async function loadPayload(
  store: Pick<Deps, 'table'>,
  key: { pk: string; sk: string },
): Promise<Payload | undefined> {
  const [item] = await getAll(store, [key])
  return item && payloadIn(item)
}
