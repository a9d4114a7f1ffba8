import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { describe, expect, onTestFinished, test } from 'vitest'
import { tableShape } from '../../../functions/store/table.ts'
import type { StreamHandler } from '../../../local/dynamodb/follow.ts'
import { readStream } from '../../../local/dynamodb/stream.ts'
import { indexStream, trimStream } from '../../../local/dynamodb/stream-index.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { until } from '../until.ts'
import { keyOf, type TableUnderTest, tableUnderTest } from './table-under-test.ts'

async function reading(table: TableUnderTest, handler: StreamHandler, batchSize = 100) {
  const { streams: client, streamArn, folder } = table
  const reader = await readStream({
    client,
    streamArn,
    folder,
    handler,
    batchSize,
    log: (line) => table.log.push(line),
  })
  onTestFinished(() => reader.close())
  return reader
}

function collecting(): { keys: string[]; handler: (event: DynamoDBStreamEvent) => Promise<undefined> } {
  const keys: string[] = []
  return {
    keys,
    async handler(event) {
      keys.push(...event.Records.map(keyOf))
      return undefined
    },
  }
}

describe('the stream reader', () => {
  test('hands every record over in order, as Lambda shapes it', async () => {
    const table = await tableUnderTest()
    const events: DynamoDBStreamEvent[] = []
    const reader = await reading(table, async (event) => events.push(event))
    await table.put('A', {
      n: 1,
      bytes: new Uint8Array([1, 2, 255]),
      set: new Set(['x']),
      list: [true, null, { a: 'b' }],
    })
    await table.put('A', { n: 2 })
    await table.document.send(new DeleteCommand({ TableName: tableShape.name, Key: { pk: 'CASE#1', sk: 'A' } }))
    await reader.drained()
    const records = events.flatMap((event) => event.Records)
    expect(records.map((record) => record.eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE'])
    expect(records[0]).toMatchObject({
      eventSource: 'aws:dynamodb',
      eventSourceARN: table.streamArn,
      dynamodb: {
        Keys: { pk: { S: 'CASE#1' }, sk: { S: 'A' } },
        NewImage: {
          n: { N: '1' },
          bytes: { B: 'AQL/' },
          set: { SS: ['x'] },
          list: { L: [{ BOOL: true }, { NULL: true }, { M: { a: { S: 'b' } } }] },
        },
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    })
    expect(records[1]?.dynamodb?.OldImage).toMatchObject({ n: { N: '1' } })
    expect(records[2]?.dynamodb?.NewImage).toBeUndefined()
    expect(reader.handled()).toBe(3)
  })

  test('is not called drained by a look that was taken before the question', async () => {
    const table = await tableUnderTest()
    const seen = collecting()
    let meanwhile: (() => Promise<void>) | undefined
    table.streams.middlewareStack.add(
      (next, context) => async (args) => {
        const result = await next(args)
        if (context.commandName === 'GetRecordsCommand') await meanwhile?.()
        return result
      },
      { step: 'initialize' },
    )
    const reader = await reading(table, seen.handler)
    const drained = new Promise<void>((resolve, reject) => {
      meanwhile = async () => {
        meanwhile = undefined
        await table.put('A')
        reader.drained().then(resolve, reject)
      }
    })
    await drained
    expect(seen.keys).toEqual(['A'])
  })

  test('goes on after the last handled record when it is opened again', async () => {
    const table = await tableUnderTest()
    const before = collecting()
    const first = await reading(table, before.handler)
    for (let i = 10; i < 25; i++) await table.put(`K${i}`)
    await first.drained()
    await first.close()
    await table.put('K25')
    const after = collecting()
    await (await reading(table, after.handler)).drained()
    expect(before.keys).toHaveLength(15)
    expect(after.keys).toEqual(['K25'])
  })

  test('tries a failing batch again and never skips it', async () => {
    const table = await tableUnderTest()
    const seen = collecting()
    let failures = 3
    const reader = await reading(
      table,
      async (event) => {
        if (failures-- > 0) throw new Error('the consumer stumbles')
        return seen.handler(event)
      },
      2,
    )
    for (const key of ['A', 'B', 'C', 'D', 'E']) await table.put(key)
    await reader.drained()
    expect(seen.keys).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(table.log.filter((line) => line.includes('the consumer stumbles'))).toHaveLength(3)
    expect(table.log.at(-1)).toBe('The stream consumer works again.')
  })

  test('goes back to the first record that the handler names as not handled', async () => {
    const table = await tableUnderTest()
    for (const key of ['A', 'B', 'C', 'D']) await table.put(key)
    const offered: string[][] = []
    let refuse = true
    const reader = await reading(table, async (event) => {
      offered.push(event.Records.map(keyOf))
      if (!refuse) return { batchItemFailures: [] }
      refuse = false
      return { batchItemFailures: [{ itemIdentifier: event.Records[2]?.dynamodb?.SequenceNumber ?? '' }] }
    })
    await reader.drained()
    expect(offered).toEqual([
      ['A', 'B', 'C', 'D'],
      ['C', 'D'],
    ])
  })

  test('says so to whoever waits when the handler keeps failing', async () => {
    const table = await tableUnderTest()
    await table.put('A')
    const reader = await reading(table, () => Promise.reject(new Error('no use')))
    await expect(reader.drained()).rejects.toThrow('has failed 8 times in a row: no use')
  })

  test.each([
    ['an unreadable checkpoint', '{"streamArn":'],
    ['the checkpoint of another stream', JSON.stringify({ streamArn: 'arn:aws:dynamodb:other', shards: {} })],
  ])('reads from the beginning with %s', async (_what, content) => {
    const table = await tableUnderTest()
    await table.put('A')
    await writeFile(join(table.folder, 'stream-checkpoint.json'), content)
    const seen = collecting()
    await (await reading(table, seen.handler)).drained()
    expect(seen.keys).toEqual(['A'])
  })

  test('misses nothing when the table is shorter than the checkpoint, as after a power cut', async () => {
    const lost = await tableUnderTest()
    const first = await reading(lost, collecting().handler)
    for (const key of ['A', 'B', 'C']) await lost.put(key)
    await first.drained()
    await first.close()
    // Another table, under the same name and ARN, whose stream has other records at the same numbers.
    const table = { ...(await tableUnderTest()), folder: lost.folder, log: lost.log }
    const checkpoint = JSON.stringify({
      streamArn: table.streamArn,
      shards: { 'shardId-00000001-redesign-panels': { after: '3', digest: 'of C', ended: false } },
    })
    await writeFile(join(lost.folder, 'stream-checkpoint.json'), checkpoint)
    for (const key of ['A', 'D', 'E', 'F']) await table.put(key)
    const seen = collecting()
    await (await reading(table, seen.handler)).drained()
    expect(seen.keys).toEqual(['A', 'D', 'E', 'F'])
    expect(lost.log.join()).toContain('no longer has the last handled record (3)')
  })
})

describe('kill -9 of dynoxide', () => {
  test('loses, doubles and reorders no record of a committed write', async () => {
    const table = await tableUnderTest()
    indexStream(table.folder)
    const seen = collecting()
    const reader = await reading(table, seen.handler)
    const committed: string[] = []
    for (let i = 0; i < 120; i++) {
      if (i % 30 === 15) {
        const victim = table.dynoxide.pid()
        process.kill(victim, 'SIGKILL')
        await until(() => table.dynoxide.pid() !== victim, 'dynoxide is replaced')
      }
      const key = `K${String(i).padStart(3, '0')}`
      await table.put(key)
      committed.push(key)
    }
    await reader.drained()
    expect(seen.keys).toEqual(committed)
    expect(table.log.filter((line) => line.includes('ended unexpectedly (SIGKILL)'))).toHaveLength(4)
  })

  test('with writes under way: whatever was acknowledged was told of, and whatever was told of is there', async () => {
    const table = await tableUnderTest()
    const seen = collecting()
    const reader = await reading(table, seen.handler)
    const acknowledged: string[] = []
    let writing = true
    const writers = ['a', 'b', 'c', 'd'].map(async (name) => {
      for (let i = 0; writing; i++) {
        const key = `${name}${i}`
        const done = await table.put(key).then(
          () => true,
          () => false,
        )
        if (done) acknowledged.push(key)
      }
    })
    for (const goal of [40, 110, 170]) {
      await until(() => acknowledged.length >= goal, `${goal} writes`)
      const victim = table.dynoxide.pid()
      process.kill(victim, 'SIGKILL')
      await until(() => table.dynoxide.pid() !== victim, 'dynoxide is replaced')
    }
    writing = false
    await Promise.all(writers)
    await reader.drained()
    expect(new Set(seen.keys)).toEqual(new Set([...seen.keys, ...acknowledged]))
    const told = [...new Set(seen.keys)]
    const found = await Promise.all(
      told.map((sk) => table.document.send(new GetCommand({ TableName: tableShape.name, Key: { pk: 'CASE#1', sk } }))),
    )
    expect(found.filter(({ Item }) => Item === undefined)).toEqual([])
  })

  test('gives up, saying so, when dynoxide keeps ending', async () => {
    const table = await tableUnderTest()
    for (let i = 0; i < 6; i++) {
      const victim = table.dynoxide.pid()
      process.kill(victim, 'SIGKILL')
      await until(
        () => table.dynoxide.pid() !== victim || table.log.at(-1)?.includes('keeps ending') === true,
        'an end',
      )
    }
    expect(table.log.at(-1)).toBe('DynamoDB (dynoxide) keeps ending (SIGKILL), so the locality cannot go on.')
  })
})

describe('an old stream', () => {
  test('is trimmed of what was handled, and its numbers go on', async () => {
    const folder = await temporaryFolder()
    const table = await tableUnderTest(folder)
    indexStream(folder)
    for (const key of ['A', 'B', 'C']) await table.put(key)
    const tomorrow = Math.floor(Date.now() / 1000) + 86_400
    expect(trimStream(folder, tableShape.name, 3, tomorrow - 2 * 86_400)).toBe(0)
    expect(trimStream(folder, tableShape.name, 3, tomorrow)).toBe(2)
    await table.put('D')
    const seen = collecting()
    await (await reading(table, seen.handler)).drained()
    expect(seen.keys).toEqual(['C', 'D'])
  })
})
