import {
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { tableShape } from '../../../functions/store/table.ts'
import { countRequests } from '../../../local/dynamodb/counted.ts'
import { tableUnderTest } from './table-under-test.ts'

const TableName = tableShape.name
const Key = { pk: 'CASE#1', sk: 'A' }

test('requests and their capacity units are counted as DynamoDB states them', async () => {
  const { document, put } = await tableUnderTest()
  let wrote = 0
  const total = countRequests(document, () => {
    wrote += 1
  })
  await put('A', { text: 'x'.repeat(1_500) })
  expect(total).toEqual({ reads: 0, writes: 1, readUnits: 0, writeUnits: 2 })
  await document.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
  await document.send(new GetCommand({ TableName, Key }))
  const range = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'CASE#1' } }
  await document.send(new QueryCommand({ TableName, ConsistentRead: true, ...range }))
  await document.send(new TransactGetCommand({ TransactItems: [{ Get: { TableName, Key } }] }))
  expect(total).toEqual({ reads: 4, writes: 1, readUnits: 4.5, writeUnits: 2 })
  const Item = { ...Key, sk: 'B' }
  await document.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item } }] }))
  await document.send(new BatchWriteCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item } }] } }))
  expect(total).toEqual({ reads: 4, writes: 3, readUnits: 4.5, writeUnits: 5 })
  const refused = { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }
  await expect(document.send(new PutCommand(refused))).rejects.toMatchObject({
    name: 'ConditionalCheckFailedException',
  })
  expect(total).toMatchObject({ writes: 4, writeUnits: 5 })
  expect(wrote).toBe(3)
})
