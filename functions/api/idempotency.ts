import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Person } from '../../domain/locality/locality.ts'
import { digest } from '../../domain/record/chain.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys } from '../store/keys.ts'
import { ConditionFailed, put, type Write } from '../store/transaction.ts'

/** For how long a command can be sent again and is answered as the first time. */
const KEPT_SECONDS = 7 * 24 * 3600

/** A command sent under a key is done once; sent again, it is answered as the first time. */
export interface Once {
  personId: string
  key: string
  /** What was asked: the same key for something else is a mistake. */
  request: unknown
}

/** The command, where its sender named a key for it. */
export const onceOf = (
  { id: personId }: Pick<Person, 'id'>,
  { 'idempotency-key': key }: { 'idempotency-key'?: string | undefined },
  request: unknown,
): Once | undefined => (key === undefined ? undefined : { personId, key, request })

/** The item that makes the second of two equal commands fail. */
export const onceWrite = (deps: Deps, { personId, key, request }: Once, answer: unknown): Write =>
  put(
    deps,
    {
      ...keys.idempotency(personId, key),
      request: digest(request),
      answer,
      expiresAt: Math.floor(Date.parse(deps.now()) / 1000) + KEPT_SECONDS,
    },
    'attribute_not_exists(pk)',
  )

/** A refusal of a command that was done before under the same key is no refusal: it is answered as the first time. */
export async function doneOnce(deps: Deps, once: Once | undefined, perform: () => Promise<unknown>): Promise<unknown> {
  try {
    return await perform()
  } catch (error) {
    if (!once || !(error instanceof Refusal || error instanceof ConditionFailed)) throw error
    const before = await answeredBefore(deps, once)
    if (before === undefined) throw error
    return before
  }
}

/** How the command was answered the first time, if it was. @throws Refusal `Invalid` for a key used for something else */
async function answeredBefore({ table }: Pick<Deps, 'table'>, { personId, key, request }: Once): Promise<unknown> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.idempotency(personId, key), ConsistentRead: true }),
  )
  if (!Item) return undefined
  if (Item['request'] !== digest(request))
    throw new Refusal(
      'Invalid',
      'This idempotency key was used for another command. Nothing was changed: use a new key.',
    )
  return Item['answer']
}
