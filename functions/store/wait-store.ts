import { DeleteCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { WaitName } from '../../domain/wait/wait.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys } from './keys.ts'

/** The open wait of a case: what the workflow asked, with the token that wakes it. */
export interface OpenWait {
  attempt: number
  waits: WaitName[]
  /** When the workflow wakes by itself. */
  until: string
  token: string
}

/** The record is longer than the one that was judged: judge again. */
class RecordGrew extends Error {
  override name = 'RecordGrew'
}

/**
 * Stores the token together with the record it saw, in one conditional write: an event that came in between makes it
 * fail, and one that comes after finds the token. So no wake-up is lost.
 * @throws RecordGrew
 */
export async function openTheWait(
  { table }: Pick<Deps, 'table'>,
  caseId: string,
  sequence: number,
  wait: OpenWait,
): Promise<void> {
  const TableName = table.name
  try {
    await table.client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            ConditionCheck: {
              TableName,
              Key: keys.head(caseId),
              ConditionExpression: '#sequence = :sequence',
              ExpressionAttributeNames: { '#sequence': 'sequence' },
              ExpressionAttributeValues: { ':sequence': sequence },
            },
          },
          { Put: { TableName, Item: { ...keys.wait(caseId), ...wait } } },
        ],
      }),
    )
  } catch (error) {
    if ((error as Error).name === 'TransactionCanceledException')
      throw new RecordGrew('The record grew while the wait was opened.')
    throw error
  }
}

/** Forgets a wait whose token was used or is no longer known; a newer one stays. */
export async function closeTheWait({ table }: Pick<Deps, 'table'>, caseId: string, token: string): Promise<void> {
  try {
    await table.client.send(
      new DeleteCommand({
        TableName: table.name,
        Key: keys.wait(caseId),
        ConditionExpression: '#token = :token',
        ExpressionAttributeNames: { '#token': 'token' },
        ExpressionAttributeValues: { ':token': token },
      }),
    )
  } catch (error) {
    if ((error as Error).name !== 'ConditionalCheckFailedException') throw error
  }
}
