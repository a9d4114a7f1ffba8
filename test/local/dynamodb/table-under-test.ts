import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { onTestFinished } from 'vitest'
import { tableShape } from '../../../functions/store/table.ts'
import { type TableClients, tableClients } from '../../../local/dynamodb/clients.ts'
import { type Dynoxide, startDynoxide } from '../../../local/dynamodb/dynoxide.ts'
import { makeTable } from '../../../local/dynamodb/table.ts'
import { temporaryFolder } from '../temporary-folder.ts'

export interface TableUnderTest extends TableClients {
  dynoxide: Dynoxide
  folder: string
  streamArn: string
  log: string[]
  put(key: string, attributes?: Record<string, unknown>): Promise<void>
}

export async function tableUnderTest(folder?: string): Promise<TableUnderTest> {
  const place = folder ?? (await temporaryFolder())
  const log: string[] = []
  const dynoxide = await startDynoxide({
    folder: place,
    log: (line) => log.push(line),
    gaveUp: (why) => log.push(why.message),
  })
  onTestFinished(() => dynoxide.close())
  const clients = tableClients(dynoxide.endpoint)
  const { streamArn } = await makeTable(clients.plain)
  return {
    ...clients,
    dynoxide,
    folder: place,
    streamArn,
    log,
    async put(key, attributes = {}) {
      await clients.document.send(
        new PutCommand({ TableName: tableShape.name, Item: { pk: 'CASE#1', sk: key, ...attributes } }),
      )
    },
  }
}

export function keyOf(record: DynamoDBRecord): string {
  const { sk } = record.dynamodb?.Keys ?? {}
  return sk?.S ?? ''
}
