import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** Requests made to the table since this process began, and the capacity units that DynamoDB says they consumed. */
export interface TableRequests {
  reads: number
  writes: number
  readUnits: number
  writeUnits: number
}

const reading = /^(Get|BatchGet|Query|Scan|TransactGet)(Item|Items)?Command$/
const writing = /^(Put|Update|Delete|BatchWrite|TransactWrite)(Item|Items)?Command$/

/**
 * Counts what passes through the client. A refused conditional write counts as a request; DynamoDB does not say the units
 * it consumed. `wrote` hears of every finished write, so that the stream's reader need not wait for its next look.
 */
export function countRequests(client: DynamoDBDocumentClient, wrote: () => void): TableRequests {
  const total: TableRequests = { reads: 0, writes: 0, readUnits: 0, writeUnits: 0 }
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = context.commandName ?? ''
      const isRead = reading.test(command)
      const isWrite = writing.test(command)
      if (!isRead && !isWrite) return next(args)
      if (isRead) total.reads += 1
      else total.writes += 1
      const result = await next({ ...args, input: { ReturnConsumedCapacity: 'TOTAL', ...args.input } })
      const units = unitsOf(result.output)
      if (isRead) total.readUnits += units
      else {
        total.writeUnits += units
        wrote()
      }
      return result
    },
    { step: 'initialize', name: 'countRequests' },
  )
  return total
}

/** A single command reports one figure, a batch or a transaction one per table. */
function unitsOf(output: object): number {
  if (!('ConsumedCapacity' in output)) return 0
  const consumed = Array.isArray(output.ConsumedCapacity) ? output.ConsumedCapacity : [output.ConsumedCapacity]
  return consumed.reduce(
    (sum: number, one: { CapacityUnits?: number } | undefined) => sum + (one?.CapacityUnits ?? 0),
    0,
  )
}
