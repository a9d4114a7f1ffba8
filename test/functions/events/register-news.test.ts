import { BatchWriteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { beforeEach, expect, test, vi } from 'vitest'
import { handler } from '../../../functions/events/consume.ts'
import { audiences } from '../../../functions/store/audiences.ts'
import { inBatches } from '../../../functions/store/batch.ts'
import { keys } from '../../../functions/store/keys.ts'
import { countRequests } from '../../../local/dynamodb/counted.ts'
import { mailWorld } from './mail-world.ts'

/** Which cases were looked at, and which of them cannot be read. */
const seen = { cases: [] as string[], broken: '' }
vi.mock('../../../functions/conflicts/world.ts', () => ({ loadWorld: async () => ({}) }))
vi.mock('../../../functions/conflicts/recheck.ts', () => ({
  recheckConflicts: async (_: unknown, caseId: string) => {
    seen.cases.push(caseId)
    if (caseId === seen.broken) throw new Error('It cannot be read.')
  },
}))
beforeEach(() => Object.assign(seen, { cases: [], broken: '' }))

const idOf = (number: number) => `d${String(number).padStart(12, '0')}`

/** 250 cases besides the world's own, every tenth of them ended. */
async function world() {
  const { deps } = await mailWorld()
  const { client, name } = deps.table
  const rows = Array.from({ length: 250 }, (_, index) => ({
    ...keys.row(audiences.boardRows, idOf(index)),
    body: { caseId: idOf(index), status: index % 10 === 0 ? 'ended' : 'open' },
  }))
  for (const batch of inBatches(rows, 25))
    await client.send(
      new BatchWriteCommand({ RequestItems: { [name]: batch.map((Item) => ({ PutRequest: { Item } })) } }),
    )
  const counts = countRequests(client, () => {})
  const deliver = async (...items: Record<string, unknown>[]) => {
    const Records = items.map((item) => {
      const NewImage = marshall(item) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'] & object
      return { eventName: 'INSERT' as const, dynamodb: { SequenceNumber: '1', NewImage } }
    })
    const before = { ...counts }
    const { batchItemFailures } = await handler({ Records })
    return { failed: batchItemFailures.length, cases: seen.cases.splice(0), reads: counts.reads - before.reads }
  }
  const changed = (sequence: number) =>
    deliver(
      { ...keys.registerEvent(sequence), sequence, type: 'InterestsDeclared' },
      {
        ...keys.registerPayload(sequence),
        salt: '',
        data: { person: 'ann', declaration: { kind: 'nothing to declare' } },
      },
    )
  const mark = async () =>
    (await client.send(new GetCommand({ TableName: name, Key: keys.registerRecheck }))).Item ?? {}
  return { deliver, changed, mark }
}

test('of many open cases the stream looks at a page at a time, and at every one in the end', async () => {
  const { deliver, changed, mark } = await world()
  let page = await changed(7)
  const all = [...page.cases]
  for (let marks = 1; marks <= 2; marks += 1) {
    // The board; and from the second on, whether a later change has begun. What was declared comes with the event.
    expect(page).toMatchObject({ failed: 0, reads: marks === 1 ? 1 : 2 })
    expect(page.cases.length).toBeLessThan(101)
    page = await deliver(await mark())
    all.push(...page.cases)
  }
  expect(new Set(all).size).toBe(226)
  expect(all).toHaveLength(226)
  const last = await mark()
  expect((await deliver(last)).cases, 'told twice, only the last page is looked at twice').toEqual(page.cases)
  expect(await mark()).toEqual(last)
})

test('a later change of the register begins anew, and goes on for the earlier', async () => {
  const { deliver, changed, mark } = await world()
  await changed(7)
  const earlier = await mark()
  await changed(8)
  expect(await mark()).toMatchObject({ run: 8 })
  expect(await deliver(earlier)).toEqual({ failed: 0, cases: [], reads: 1 })
})

test('a case that cannot be read is told of, and keeps no other from it', async () => {
  const { changed, mark, deliver } = await world()
  seen.broken = idOf(3)
  const { failed, cases } = await changed(7)
  expect([failed, cases.length]).toEqual([1, 90])
  expect((await deliver(await mark())).cases).toHaveLength(90)
})
