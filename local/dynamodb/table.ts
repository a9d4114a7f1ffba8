import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { tableShape } from '../../functions/store/table.ts'

/** Makes the table where it is absent, and returns its stream's ARN. */
export async function makeTable(client: DynamoDBClient): Promise<{ streamArn: string }> {
  let table = await describe(client)
  if (!table) {
    await create(client)
    await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: tableShape.name })
    table = await describe(client)
  }
  await expireRows(client)
  if (!table?.LatestStreamArn) throw new Error(`The table ${tableShape.name} has no stream.`)
  return { streamArn: table.LatestStreamArn }
}

/** How a table of the product's shape is made, under any name. */
export const madeAs = (name: string): CreateTableCommandInput => ({
  TableName: name,
  KeySchema: [
    { AttributeName: tableShape.partitionKey, KeyType: 'HASH' },
    { AttributeName: tableShape.sortKey, KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: tableShape.partitionKey, AttributeType: 'S' },
    { AttributeName: tableShape.sortKey, AttributeType: 'S' },
  ],
  BillingMode: tableShape.billing,
  StreamSpecification: { StreamEnabled: true, StreamViewType: tableShape.stream },
})

async function create(client: DynamoDBClient): Promise<void> {
  try {
    await client.send(new CreateTableCommand(madeAs(tableShape.name)))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
}

async function describe(client: DynamoDBClient): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: tableShape.name }))).Table
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

/** AWS refuses to set what is already set, so it is asked first. */
async function expireRows(client: DynamoDBClient): Promise<void> {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: tableShape.name }))
  if (TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED') return
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: tableShape.name,
      TimeToLiveSpecification: { Enabled: true, AttributeName: tableShape.timeToLiveAttribute },
    }),
  )
}
