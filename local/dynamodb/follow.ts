import type { _Record, DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { z } from 'zod'
import { digestOf, readCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { lambdaRecord } from './lambda-event.ts'
import { iteratorAt, readPage, shardsInOrder } from './shard.ts'

/** It may name the records it could not handle, as Lambda's ReportBatchItemFailures; the first of them is tried again. */
export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<unknown>

const partialResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

export interface StreamOptions {
  client: DynamoDBStreamsClient
  streamArn: string
  /** The checkpoint is kept here. */
  folder: string
  handler: StreamHandler
  log: (line: string) => void
  batchSize?: number
}

/** DescribeStream is asked for new shards at this distance (AWS rolls a shard over every few hours). */
const shardsEveryMs = 5_000

export interface Follower {
  /** Reads every open shard once and has its records handled. @returns whether there was anything. */
  round(): Promise<boolean>
  /** Back to the last handled record: the next round reads again what was not handled. */
  rewind(): void
  handled(): number
}

/**
 * Where the reader of a stream stands, shard by shard. The checkpoint moves after the handler succeeded, never before.
 *
 * Seen with dynoxide 1.2.1: one shard (`shardId-00000001-<table>`) that never ends, though it is described with an
 * EndingSequenceNumber (compared as text: 9 after 10), so only a missing NextShardIterator ends a shard here. Sequence
 * numbers are 1, 2, 3 … per table. Stream ARN, shard, numbers and even iterators are the same after `kill -9` and a
 * restart, and no committed write lacks its record. Records are never trimmed (see stream-index.ts). An iterator beyond the
 * end is accepted, and numbers are counted from the records that are there: after a power cut (SQLite's
 * synchronous=NORMAL) the table can be a few records shorter than the checkpoint, and new ones would pass under it unseen.
 * Therefore the last handled record is read again at the start, and if it is not the one that was handled, the stream is
 * read from its beginning. DynamoDB Local's four-hour shards and AWS's splits are followed as documented.
 */
export async function followStream(options: StreamOptions): Promise<Follower> {
  const { client, streamArn, folder, handler, log, batchSize = 100 } = options
  const checkpoint = await readCheckpoint(folder, streamArn)
  const iterators = new Map<string, string>()
  let shards: { id: string; parent: string | undefined }[] = []
  let shardsReadAt = Number.NEGATIVE_INFINITY
  let handled = 0

  async function lookForShards(): Promise<void> {
    if (performance.now() - shardsReadAt < shardsEveryMs) return
    const found = await shardsInOrder(client, streamArn)
    shards = found.flatMap((shard) => (shard.ShardId ? [{ id: shard.ShardId, parent: shard.ParentShardId }] : []))
    shardsReadAt = performance.now()
  }

  const isOpen = (id: string): boolean => shards.some((shard) => shard.id === id) && !checkpoint.shards[id]?.ended

  async function iteratorOf(id: string): Promise<string | undefined> {
    const last = checkpoint.shards[id]
    const iterator =
      iterators.get(id) ??
      (last ? await afterRecognised(id, last) : await iteratorAt(client, streamArn, id, { from: 'beginning' }))
    if (iterator) iterators.set(id, iterator)
    return iterator
  }

  async function afterRecognised(id: string, last: { after: string; digest: string }): Promise<string | undefined> {
    const sequenceNumber = last.after
    const at = await iteratorAt(client, streamArn, id, { from: 'at', sequenceNumber })
    const page = at ? await readPage(client, at, 1) : 'expired'
    const record = page === 'expired' ? undefined : page.records[0]
    if (record && digestOf(record) === last.digest) {
      return iteratorAt(client, streamArn, id, { from: 'after', sequenceNumber })
    }
    log(`The table's stream no longer has the last handled record (${sequenceNumber}); it is read from its beginning.`)
    delete checkpoint.shards[id]
    return iteratorAt(client, streamArn, id, { from: 'beginning' })
  }

  async function readShard(id: string): Promise<boolean> {
    const iterator = await iteratorOf(id)
    if (!iterator) return false
    const page = await readPage(client, iterator, batchSize)
    if (page === 'expired') {
      iterators.delete(id)
      return true
    }
    if (page.records.length > 0) await handle(id, page.records)
    if (page.next) iterators.set(id, page.next)
    else await endShard(id)
    return page.records.length > 0 || !page.next
  }

  async function handle(id: string, records: _Record[]): Promise<void> {
    const response = await handler({ Records: records.map((record) => lambdaRecord(record, streamArn)) })
    const refusals = partialResponse.safeParse(response).data?.batchItemFailures ?? []
    const refused = new Set(refusals.map((refusal) => refusal.itemIdentifier))
    const firstRefused = records.findIndex((record) => refused.has(record.dynamodb?.SequenceNumber ?? ''))
    const done = firstRefused === -1 ? records : records.slice(0, firstRefused)
    const last = done.at(-1)
    if (last?.dynamodb?.SequenceNumber) {
      checkpoint.shards[id] = { after: last.dynamodb.SequenceNumber, digest: digestOf(last), ended: false }
      await writeCheckpoint(folder, checkpoint)
      handled += done.length
    }
    if (done.length < records.length) {
      throw new Error(`record ${records[done.length]?.dynamodb?.SequenceNumber} was refused by its handler`)
    }
  }

  async function endShard(id: string): Promise<void> {
    iterators.delete(id)
    checkpoint.shards[id] = { ...(checkpoint.shards[id] ?? { after: '', digest: '' }), ended: true }
    await writeCheckpoint(folder, checkpoint)
    shardsReadAt = Number.NEGATIVE_INFINITY
  }

  return {
    async round() {
      await lookForShards()
      let any = false
      for (const { id, parent } of shards) {
        if (!isOpen(id) || (parent && isOpen(parent))) continue
        any = (await readShard(id)) || any
      }
      return any
    },
    rewind: () => iterators.clear(),
    handled: () => handled,
  }
}
