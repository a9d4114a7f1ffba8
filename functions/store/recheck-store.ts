import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from '../../domain/zod.ts'
import type { Deps } from '../runtime/deps.ts'
import { audiences, rowIn } from './audiences.ts'
import { keys, prefixes } from './keys.ts'
import { queryPage } from './query.ts'

type Store = Pick<Deps, 'table'>

/** How far the open cases have been looked at again since an event of the register. */
export const recheckSchema = z.object({
  /** The number of that event: a later one begins anew, and goes on for all before it. */
  run: z.int(),
  /** The last case that was looked at. */
  after: z.string(),
})
export type Recheck = z.infer<typeof recheckSchema>

/** How many rows of the board are gone through at once. */
const PAGE = 100

/** A page of the cases that have not ended, by identifier: unlike on the board, no case moves to another page meanwhile. */
export async function openCasesAfter(
  deps: Store,
  after: string | undefined,
): Promise<{ caseIds: string[]; next?: string }> {
  const { items, ...next } = await queryPage(deps, prefixes.rows(audiences.boardRows), { limit: PAGE, after })
  const rows = items.map((item) => rowIn(audiences.boardRows, item))
  return { caseIds: rows.filter(({ status }) => status !== 'ended').map(({ caseId }) => caseId), ...next }
}

/** Whether a later run has begun. */
export async function isOvertaken({ table }: Store, { run }: Recheck): Promise<boolean> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.registerRecheck, ConsistentRead: true }),
  )
  return Item !== undefined && recheckSchema.parse(Item).run > run
}

/** Leaves the mark from which the stream goes on. Told twice, or after a later run has begun, nothing is left. */
export async function goOn({ table }: Store, recheck: Recheck): Promise<void> {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.registerRecheck, ...recheck },
        ConditionExpression: 'attribute_not_exists(pk) OR #run < :run OR (#run = :run AND #after < :after)',
        ExpressionAttributeNames: { '#run': 'run', '#after': 'after' },
        ExpressionAttributeValues: { ':run': recheck.run, ':after': recheck.after },
      }),
    )
  } catch (error) {
    if ((error as Error).name !== 'ConditionalCheckFailedException') throw error
  }
}
