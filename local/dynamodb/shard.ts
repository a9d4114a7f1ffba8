import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'

/** All shards of the stream, each parent before its children (AWS: records of a child follow those of its parent). */
export async function shardsInOrder(client: DynamoDBStreamsClient, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = []
  let start: string | undefined
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ...(start && { ExclusiveStartShardId: start }) }),
    )
    shards.push(...(StreamDescription?.Shards ?? []))
    start = StreamDescription?.LastEvaluatedShardId
  } while (start)
  const known = new Map(shards.map((shard) => [shard.ShardId, shard]))
  const generation = (shard: Shard): number => {
    const parent = shard.ParentShardId ? known.get(shard.ParentShardId) : undefined
    return parent ? generation(parent) + 1 : 0
  }
  return shards.sort((a, b) => generation(a) - generation(b) || (a.ShardId ?? '').localeCompare(b.ShardId ?? ''))
}

export type Position = { from: 'beginning' } | { from: 'at' | 'after'; sequenceNumber: string }

/** @returns undefined when the position was trimmed away (AWS keeps 24 hours). */
export async function iteratorAt(
  client: DynamoDBStreamsClient,
  streamArn: string,
  shardId: string,
  position: Position,
): Promise<string | undefined> {
  const where =
    position.from === 'beginning'
      ? ({ ShardIteratorType: 'TRIM_HORIZON' } as const)
      : ({
          ShardIteratorType: position.from === 'at' ? 'AT_SEQUENCE_NUMBER' : 'AFTER_SEQUENCE_NUMBER',
          SequenceNumber: position.sequenceNumber,
        } as const)
  try {
    const command = new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ...where })
    return (await client.send(command)).ShardIterator
  } catch (error) {
    if (error instanceof TrimmedDataAccessException) return undefined
    throw error
  }
}

export interface Page {
  records: _Record[]
  /** Absent when the shard has ended and every record of it was read. */
  next: string | undefined
}

/** @returns 'expired' when the iterator is too old (15 minutes on AWS) or its records were trimmed. */
export async function readPage(
  client: DynamoDBStreamsClient,
  iterator: string,
  limit: number,
): Promise<Page | 'expired'> {
  try {
    const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }))
    return { records: page.Records ?? [], next: page.NextShardIterator }
  } catch (error) {
    if (error instanceof ExpiredIteratorException || error instanceof TrimmedDataAccessException) return 'expired'
    throw error
  }
}
