import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Deps } from '../runtime/deps.ts'
import { keys } from './keys.ts'

/** A person's calendar can be read by anyone who has a secret; only its fingerprint is kept here, SHA-256 in hex. */
export interface Subscription {
  fingerprint: string
  since: string
}

type Store = Pick<Deps, 'table'>

export async function findSubscription({ table }: Store, personId: string): Promise<Subscription | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.calendar(personId), ConsistentRead: true }),
  )
  return Item && { fingerprint: String(Item['fingerprint']), since: String(Item['since']) }
}

/** The secret before it, if any, opens nothing from now on. */
export async function keepSubscription({ table }: Store, personId: string, subscription: Subscription): Promise<void> {
  await table.client.send(
    new PutCommand({ TableName: table.name, Item: { ...keys.calendar(personId), ...subscription } }),
  )
}

export async function dropSubscription({ table }: Store, personId: string): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: keys.calendar(personId) }))
}
