import { tableShape } from '../../functions/store/table.ts'
import type { CannotStart } from '../cannot-start.ts'
import { readCheckpoint } from './checkpoint.ts'
import { type TableClients, tableClients } from './clients.ts'
import { startDynoxide } from './dynoxide.ts'
import { indexStream, trimStream } from './stream-index.ts'
import { makeTable } from './table.ts'

export interface OpenTable {
  clients: TableClients
  streamArn: string
  close(): Promise<void>
}

/** AWS keeps stream records for this long. */
const retentionSeconds = 24 * 60 * 60

/** The table, by dynoxide with its file in `folder`, or in the DynamoDB that DYNAMODB_ENDPOINT names. */
export async function openTable(options: {
  folder: string
  log: (line: string) => void
  gaveUp: (why: CannotStart) => void
}): Promise<OpenTable> {
  const { DYNAMODB_ENDPOINT: endpoint } = process.env
  if (endpoint) {
    const clients = tableClients(endpoint)
    return { clients, ...(await makeTable(clients.plain)), close: async () => destroy(clients) }
  }
  const dynoxide = await startDynoxide(options)
  const clients = tableClients(dynoxide.endpoint)
  try {
    const { streamArn } = await makeTable(clients.plain)
    indexStream(options.folder)
    await trimHandled(options.folder, streamArn)
    return {
      clients,
      streamArn,
      async close() {
        destroy(clients)
        await dynoxide.close()
      },
    }
  } catch (error) {
    await dynoxide.close()
    throw error
  }
}

async function trimHandled(folder: string, streamArn: string): Promise<void> {
  const { shards } = await readCheckpoint(folder, streamArn)
  const yesterday = Math.floor(Date.now() / 1000) - retentionSeconds
  for (const { after } of Object.values(shards)) trimStream(folder, tableShape.name, Number(after), yesterday)
}

function destroy({ plain, document, streams }: TableClients): void {
  for (const client of [document, plain, streams]) client.destroy()
}
