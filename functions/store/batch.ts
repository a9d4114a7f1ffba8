import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Deps } from '../runtime/deps.ts'

/** How often what DynamoDB left undone is asked for again, and the first pause, doubled each time: some six seconds in all. */
const MOST = 8
const FIRST_PAUSE = 50

export type Pause = (milliseconds: number) => Promise<void>
const sleep: Pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Sends a batch, and again what DynamoDB left undone: it answers so where its capacity is short for a moment, and asks for
 * exponential backoff (Developer Guide, “Batch operations”), which the SDK has for whole requests only.
 *
 * @param send one batch; what of it was left undone
 * @throws Error when some of it is still undone after eight times
 */
export async function untilDone<T>(batch: T[], send: (left: T[]) => Promise<T[]>, pause: Pause = sleep): Promise<void> {
  let left = await send(batch)
  for (let time = 0; left.length > 0; time += 1) {
    if (time === MOST) throw new Error(`DynamoDB left ${left.length} items of a batch undone, ${MOST + 1} times.`)
    await pause(FIRST_PAUSE * 2 ** time * (0.5 + Math.random() / 2))
    left = await send(left)
  }
}

/** In batches of so many. */
export const inBatches = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, index) => all.slice(index * most, (index + 1) * most))

type BatchWrite = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number]

/** DynamoDB's limit on the writes of one batch. */
const MOST_WRITES = 25

/** Writes items and deletes them, each by itself: 25 in a request. */
export async function writeAll({ table }: Pick<Deps, 'table'>, writes: readonly BatchWrite[]): Promise<void> {
  for (const batch of inBatches(writes, MOST_WRITES))
    await untilDone(batch, async (requests) => {
      const answer = await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }))
      return answer.UnprocessedItems?.[table.name] ?? []
    })
}
