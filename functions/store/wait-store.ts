import { DeleteCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Wait, WaitName } from '../../domain/wait/wait.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Asking, keys } from './keys.ts'

/** The open wait of a case: what the workflow asked, with the token that wakes it. */
export interface OpenWait {
  attempt: number
  waits: readonly WaitName[]
  /** When the workflow wakes by itself. */
  until: string
  token: string
}

/** The record is longer than the one that was judged: judge again. */
class RecordGrew extends Error {
  override name = 'RecordGrew'
}

/**
 * Stores the token together with the record it saw, in one conditional write, and counts it in the head. So no wake-up is
 * lost: an event that came in between makes it fail; one that was decided before, and would come after, fails by the count
 * and is decided again; and one decided after knows of it, and says in the head whether it wakes the workflow.
 * @throws RecordGrew
 */
export async function openTheWait(
  { table }: Pick<Deps, 'table'>,
  caseId: string,
  sequence: number,
  wait: OpenWait,
  of: Asking = 'stage',
): Promise<void> {
  const TableName = table.name
  try {
    await table.client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName,
              Key: keys.head(caseId),
              UpdateExpression: 'ADD asked :one REMOVE wakes',
              ConditionExpression: '#sequence = :sequence',
              ExpressionAttributeNames: { '#sequence': 'sequence' },
              ExpressionAttributeValues: { ':sequence': sequence, ':one': 1 },
            },
          },
          { Put: { TableName, Item: { ...keys.wait(caseId, of), ...wait } } },
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
export async function closeTheWait(
  { table }: Pick<Deps, 'table'>,
  caseId: string,
  token: string,
  of: Asking,
): Promise<void> {
  try {
    await table.client.send(
      new DeleteCommand({
        TableName: table.name,
        Key: keys.wait(caseId, of),
        ConditionExpression: '#token = :token',
        ExpressionAttributeNames: { '#token': 'token' },
        ExpressionAttributeValues: { ':token': token },
      }),
    )
  } catch (error) {
    if ((error as Error).name !== 'ConditionalCheckFailedException') throw error
  }
}

/** Names one wait of a case among all that it ever had. */
export const waitMark = ({ name, since }: Wait): string => `${since} ${name}`

/** Keeps that those who are waited for were told of it. */
export async function markDigested(
  { table }: Pick<Deps, 'table'>,
  caseId: string,
  wait: Wait,
  of: Asking,
): Promise<void> {
  await table.client.send(
    new PutCommand({ TableName: table.name, Item: { ...keys.digested(caseId, of), wait: waitMark(wait) } }),
  )
}
