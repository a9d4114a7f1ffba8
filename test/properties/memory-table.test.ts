import {
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { MemoryTable } from './world/memory-table.ts'

/** The table of the property tests is no kinder than DynamoDB where the product could notice. */

const TableName = 'panels'
const put = (sk: string, more: object = {}) => new PutCommand({ TableName, Item: { pk: 'A', sk, ...more } })

test('what was there before is given back where it is asked for', async () => {
  const { client } = new MemoryTable()
  await client.send(put('1', { of: 'first' }))
  const second = new PutCommand({ TableName, Item: { pk: 'A', sk: '1' }, ReturnValues: 'ALL_OLD' })
  expect(await client.send(second)).toEqual({ Attributes: { pk: 'A', sk: '1', of: 'first' } })
  const gone = new DeleteCommand({ TableName, Key: { pk: 'A', sk: '1' }, ReturnValues: 'ALL_OLD' })
  expect(await client.send(gone)).toEqual({ Attributes: { pk: 'A', sk: '1' } })
  expect(await client.send(gone)).toEqual({})
})

test('an option that it would ignore is refused', async () => {
  const { client } = new MemoryTable()
  const Key = { pk: 'A', sk: '1' }
  await expect(client.send(new GetCommand({ TableName, Key, ProjectionExpression: 'of' }))).rejects.toThrow(
    'does not know ProjectionExpression of GetCommand',
  )
  const all = new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk', Select: 'COUNT' })
  await expect(client.send(all)).rejects.toThrow('does not know Select')
  const write = { Put: { TableName, Item: Key, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const } }
  await expect(client.send(new TransactWriteCommand({ TransactItems: [write] }))).rejects.toThrow('of Put')
})

test('an item of more than 400 KB, and more than 25 in a batch, are refused; a page ends at 1 MB, whatever its limit', async () => {
  const { client } = new MemoryTable()
  // Bytes count, not characters.
  await expect(client.send(put('1', { text: 'é'.repeat(210_000) }))).rejects.toMatchObject({
    name: 'ValidationException',
  })
  const Item = { pk: 'A', sk: '1' }
  const batch = new BatchWriteCommand({ RequestItems: { panels: Array(26).fill({ PutRequest: { Item } }) } })
  await expect(client.send(batch)).rejects.toMatchObject({ name: 'ValidationException' })
  for (const sk of ['1', '2', '3', '4', '5']) await client.send(put(sk, { text: 'x'.repeat(300_000) }))
  const asked = { TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'A' } }
  const first = await client.send(new QueryCommand({ ...asked, Limit: 5 }))
  expect([first.Items?.length, first.LastEvaluatedKey]).toEqual([4, { pk: 'A', sk: '4' }])
  const pages: number[] = []
  for await (const page of paginateQuery({ client }, asked)) pages.push(page.Items?.length ?? 0)
  expect(pages).toEqual([4, 1])
})
