import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DeleteCommand,
  type DeleteCommandInput,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { tableShape } from '../../functions/store/table.ts'
import { tableClients } from '../../local/dynamodb/clients.ts'
import { madeAs } from '../../local/dynamodb/table.ts'
import type { TableRequest } from '../observed-locality.ts'

/** The same requests to the same DynamoDB through the same SDK, with nothing around them. */
export interface BareTable {
  /** Reads again what was read. */
  read(requests: TableRequest[]): Promise<void>
  /** Writes the same items to a table beside it, without the conditions, which only the first time would hold. */
  write(requests: TableRequest[]): Promise<void>
}

const TableName = `${tableShape.name}-bare`

export async function bareTable(endpoint: string): Promise<BareTable> {
  // Clients of their own: nobody counts what they ask.
  const { plain, document } = tableClients(endpoint)
  await plain.send(new CreateTableCommand(madeAs(TableName)))
  return {
    async read(requests) {
      for (const { command, input } of requests) {
        if (command.startsWith('Query')) await document.send(new QueryCommand(input as QueryCommandInput))
        else if (command.startsWith('BatchGet')) await document.send(new BatchGetCommand(input as BatchGetCommandInput))
        else await document.send(new GetCommand(input as GetCommandInput))
      }
    },
    async write(requests) {
      for (const { command, input } of requests) {
        if (command.startsWith('TransactWrite')) await document.send(transaction(input as TransactWriteCommandInput))
        else if (command.startsWith('Put'))
          await document.send(new PutCommand({ TableName, Item: (input as PutCommandInput).Item }))
        else await document.send(new DeleteCommand({ TableName, Key: (input as DeleteCommandInput).Key }))
      }
    },
  }
}

function transaction({ TransactItems = [] }: TransactWriteCommandInput): TransactWriteCommand {
  return new TransactWriteCommand({
    TransactItems: TransactItems.flatMap(({ Put, Delete }) => [
      ...(Put ? [{ Put: { TableName, Item: Put.Item } }] : []),
      ...(Delete ? [{ Delete: { TableName, Key: Delete.Key } }] : []),
    ]),
  })
}
