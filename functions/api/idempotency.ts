import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { digest } from '../../domain/record/chain.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'
import { put, type Write } from '../store/case-store.ts'
import { keys } from '../store/keys.ts'

/** For how long a command can be sent again and is answered as the first time. */
const KEPT_SECONDS = 7 * 24 * 3600

/** A command sent under a key is done once; sent again, it is answered as the first time. */
export interface Once {
  personId: string
  key: string
  /** What was asked: the same key for something else is a mistake. */
  request: unknown
}

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

/** How the command was answered the first time, if it was. @throws Refusal `Invalid` for a key used for something else */
export async function answeredBefore(
  { table }: Pick<Deps, 'table'>,
  { personId, key, request }: Once,
): Promise<unknown> {
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
