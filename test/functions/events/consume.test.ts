import type { SFNClient } from '@aws-sdk/client-sfn'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import { handler } from '../../../functions/events/consume.ts'
import { type Deps, provide } from '../../../functions/runtime/deps.ts'
import { commit } from '../../../functions/store/commit.ts'
import { keys } from '../../../functions/store/keys.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { openTheWait } from '../../../functions/store/wait-store.ts'
import { countRequests } from '../../../local/dynamodb/counted.ts'
import { manager, monday, submitted } from '../../domain/story.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'

const caseId = 'c0123456789ab'

/** The world, with a submitted proposal whose execution waits; what is sent to the workflows, and what is read. */
async function world(now: string) {
  const { document } = await tableUnderTest()
  const sent: string[] = []
  const client = { send: async (command: object) => void sent.push(command.constructor.name) }
  const nowhere = async () => {
    throw new Error('Nothing is kept or sent here.')
  }
  const deps: Deps = {
    now: () => now,
    table: { client: document, name: tableShape.name },
    workflows: { client: async () => client as unknown as SFNClient, arnOf: (workflow) => workflow },
    documents: {
      put: nowhere,
      putSupplied: nowhere,
      removeSupplied: nowhere,
      putParts: nowhere,
      get: nowhere,
      getRange: nowhere,
    },
    sealedTenders: { put: nowhere, get: nowhere, sizes: nowhere, uploadTo: nowhere },
    malware: { verdictOn: nowhere },
    mail: { send: nowhere },
    tenderKeys: { make: nowhere, unwrapQuality: nowhere, unwrapPrice: nowhere },
    ...{ prepareDraw: nowhere, signatureOf: nowhere, randomness: 'commit-reveal' },
  }
  provide(deps)
  const { head } = await commit(deps, { caseId, before: undefined, events: submitted, by: manager, at: monday })
  const until = '2026-01-20T00:00:00.000Z'
  await openTheWait(deps, caseId, head.sequence, { attempt: 1, waits: ['triage'], until, token: 'a-token' })
  return { sent, counts: countRequests(document, () => {}) }
}

const record = (item: Record<string, unknown>): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: { NewImage: marshall(item) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'] & object },
})
const stageEntered = record({ ...keys.event(caseId, 1), sequence: 1, type: 'StageEntered', by: manager })
const waitOpened = record({ ...keys.event(caseId, 2), sequence: 2, type: 'WaitOpened', by: manager })
const quietHead = record({ ...keys.head(caseId), sequence: 2, asked: 1 })
const wakingHead = record({ ...keys.head(caseId), sequence: 2, asked: 1, wakes: true })

test('a batch with several records of a case reads the case once, and starts its stage', async () => {
  const { sent, counts } = await world(monday)
  expect(await handler({ Records: [stageEntered, waitOpened, wakingHead] })).toEqual({ batchItemFailures: [] })
  expect(counts.reads).toBe(1)
  expect(sent).toEqual(['StartExecutionCommand'])
})

test('it signals once when the domain says that attention is due, and forgets the token', async () => {
  const { sent, counts } = await world('2026-01-21T00:00:00.000Z')
  await handler({ Records: [waitOpened, wakingHead, wakingHead] })
  expect(sent).toEqual(['SendTaskSuccessCommand'])
  expect([counts.reads, counts.writes]).toEqual([1, 1])
})

test('what neither wakes the workflow nor is told to anybody is not looked at', async () => {
  const { sent, counts } = await world('2026-01-21T00:00:00.000Z')
  expect(await handler({ Records: [waitOpened, quietHead] })).toEqual({ batchItemFailures: [] })
  expect([sent, counts.reads]).toEqual([[], 0])
})
