import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { deps } from '../../../functions/runtime/deps.ts'

/** One item per fact about an errand, so that each is a stream record of its own. */
export async function put(id: string, fact: string, attributes: Record<string, unknown> = {}): Promise<void> {
  const { table, now } = deps()
  await table.client.send(
    new PutCommand({ TableName: table.name, Item: { pk: `ERRAND#${id}`, sk: fact, at: now(), ...attributes } }),
  )
}

export async function get(id: string, fact: string): Promise<Record<string, unknown> | undefined> {
  const { table } = deps()
  const key = { TableName: table.name, Key: { pk: `ERRAND#${id}`, sk: fact }, ConsistentRead: true }
  return (await table.client.send(new GetCommand(key))).Item
}

/** How often the stream told of a fact; at least once is promised. */
export async function tell(pk: string, sk: string): Promise<void> {
  const { table } = deps()
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { pk: 'TOLD', sk: `${pk}#${sk}` },
      UpdateExpression: 'ADD times :one',
      ExpressionAttributeValues: { ':one': 1 },
    }),
  )
}

export async function told(id: string, fact: string): Promise<number> {
  const { table } = deps()
  const key = { TableName: table.name, Key: { pk: 'TOLD', sk: `ERRAND#${id}#${fact}` }, ConsistentRead: true }
  return Number((await table.client.send(new GetCommand(key))).Item?.['times'] ?? 0)
}
