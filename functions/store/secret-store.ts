import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Deps } from '../runtime/deps.ts'
import { keys } from './keys.ts'

/** Something a step must keep to itself until the record reveals it; the first writer's value stands. */
export async function keepSecret(
  { table }: Pick<Deps, 'table'>,
  caseId: string,
  name: string,
  value: string,
): Promise<string> {
  const key = keys.secret(caseId, name)
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...key, value },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    )
    return value
  } catch (error) {
    if ((error as Error).name !== 'ConditionalCheckFailedException') throw error
    return (await readSecret({ table }, caseId, name)) ?? value
  }
}

export async function readSecret(
  { table }: Pick<Deps, 'table'>,
  caseId: string,
  name: string,
): Promise<string | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.secret(caseId, name), ConsistentRead: true }),
  )
  return Item?.['value'] as string | undefined
}
