import type { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** DynamoDB's limit on the items of one transaction. */
export const MOST_WRITES = 100

/** Somebody else wrote first: load again and decide again. */
export class Conflict extends Error {
  override name = 'Conflict'
}

/** A condition that the caller brought with the change did not hold. @param index which of `also` */
export class ConditionFailed extends Error {
  override name = 'ConditionFailed'
  readonly index: number
  constructor(index: number) {
    super(`Condition ${index} of the change did not hold.`)
    this.index = index
  }
}

export function put(
  deps: Pick<Deps, 'table'>,
  item: Record<string, unknown>,
  condition?: string,
  values?: Record<string, unknown>,
  names?: Record<string, string>,
): Write {
  return {
    Put: {
      TableName: deps.table.name,
      Item: item,
      ...(condition === undefined ? {} : { ConditionExpression: condition }),
      ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
      ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
    },
  }
}

export const remove = ({ table }: Pick<Deps, 'table'>, { pk, sk }: { pk: string; sk: string }): Write => ({
  Delete: { TableName: table.name, Key: { pk, sk } },
})

/** @throws Conflict, or ConditionFailed when one of the first `conditions` items did not hold */
export async function transact(deps: Pick<Deps, 'table'>, items: Write[], conditions: number): Promise<void> {
  try {
    await deps.table.client.send(new TransactWriteCommand({ TransactItems: items }))
  } catch (error) {
    if (isTooLarge(error as Error)) throw tooLarge()
    if ((error as Error).name !== 'TransactionCanceledException') throw error
    const reasons = (error as TransactionCanceledException).CancellationReasons ?? []
    const failed = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed')
    if (failed >= 0 && failed < conditions) throw new ConditionFailed(failed)
    if (failed >= 0 || reasons.some((reason) => reason.Code === 'TransactionConflict'))
      throw new Conflict('The case changed while this was decided.')
    if (reasons.some(({ Message = '' }) => TOO_LARGE.test(Message))) throw tooLarge()
    throw error
  }
}

/** How DynamoDB says that an item is above 400 KB, of the whole transaction or of one of its items; or that all of them are above 4 MB. */
const TOO_LARGE = /Item size|aggregate size|4 ?MB/i
const isTooLarge = ({ name, message }: Error) => name === 'ValidationException' && TOO_LARGE.test(message)
const tooLarge = () =>
  new Refusal('Invalid', 'This is longer than can be stored. Nothing was changed. Shorten what you wrote.')

/** Somebody else wrote first: once more, from the load. @throws Refusal `Busy` after ten times */
export async function untilNobodyElseWrote<T>(loadDecideCommit: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await loadDecideCommit()
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      if (attempt === 10)
        throw new Refusal(
          'Busy',
          'Too many people are changing this case at once. Nothing was changed. Try again in a moment.',
        )
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt))
    }
  }
}
