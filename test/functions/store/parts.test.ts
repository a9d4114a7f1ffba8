import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseState } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { verifyExport } from '../../../domain/record/verify.ts'
import type { Deps } from '../../../functions/runtime/deps.ts'
import { loadApproach } from '../../../functions/store/approach-store.ts'
import { loadCase } from '../../../functions/store/case-store.ts'
import { commit } from '../../../functions/store/commit.ts'
import { exportRecord, readEvents } from '../../../functions/store/event-store.ts'
import { keys, prefixes } from '../../../functions/store/keys.ts'
import { inParts, joined } from '../../../functions/store/parts.ts'
import { loadPayload, payloadKeys } from '../../../functions/store/payload.ts'
import { caseId, mailWorld } from '../events/mail-world.ts'
import { challenged } from './entries.ts'

/** DynamoDB's limit on an item. */
const LIMIT = 400 * 1024

test('a text of any length and characters is the same again, of items that each fit, in whatever order they are read', () => {
  const characters = fc.constantFrom('a', 'é', '€', '😀', '"')
  fc.assert(
    fc.property(
      fc.array(characters, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 1_200_000 }),
      (some, length) => {
        const body = some
          .join('')
          .repeat(Math.ceil(length / some.join('').length))
          .slice(0, length)
        const item = { pk: 'CASE#c1', sk: 'NOW#evaluation', body, version: 7 }
        const parts = inParts(item)
        for (const part of parts) expect(Buffer.byteLength(String(part['body']))).toBeLessThan(LIMIT - 2_000)
        const { whole, missing } = joined(parts.toReversed())
        expect(missing).toEqual([])
        expect(whole.length).toBe(1)
        // Compared as a whole: a difference of a million characters is not to be printed.
        expect(whole[0]?.['body'] === body).toBe(true)
        expect(whole[0]?.['version']).toBe(7)
      },
    ),
    { numRuns: 40, seed: 17 },
  )
})

test('parts that were not written together are no version of anything, and parts that were not read are named', () => {
  const [first, second, third] = inParts({ pk: 'CASE#c1', sk: 'NOW#evaluation', body: 'x'.repeat(380_001), version: 7 })
  expect(joined([first, { ...second, version: 6 }, third ?? {}].filter(({ pk }) => pk)).whole[0]?.['version']).toBe(-1)
  const { whole, missing } = joined([first])
  expect(whole[0]?.['version']).toBe(-1)
  expect(missing[0]).toEqual({ pk: 'CASE#c1', sk: 'NOW#evaluation/2' })
})

/** A case of which one noun says more than an item holds, and what DynamoDB keeps of it. */
async function largeCase() {
  const world = await mailWorld()
  await world.open()
  const { deps } = world
  const change = async (events: CaseEvent[], redact?: (state: CaseState) => CaseState) => {
    const before = await loadCase(deps, caseId)
    await commit(deps, { caseId, before, events, by: { step: 'a-step' }, at: deps.now(), ...(redact && { redact }) })
  }
  const challenges = (count: number) => (state: CaseState) =>
    ({
      ...state,
      challenges: Array.from({ length: count }, (_, index) => ({
        ...state.challenges?.[0],
        id: index + 1,
        text: '€'.repeat(2_000),
      })),
    }) as CaseState
  const asItLies = async () => {
    const input = { TableName: deps.table.name, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)' }
    const { pk, sk } = { ...prefixes.now(caseId), sk: 'NOW#challenges' }
    const wanted = { ...input, ExpressionAttributeValues: { ':pk': pk, ':sk': sk } }
    const names: string[] = []
    for await (const page of paginateQuery({ client: deps.table.client }, wanted))
      names.push(...(page.Items ?? []).map((item) => String(item['sk'])))
    return names
  }
  /** A process that has read nothing. */
  const elsewhere = (): Deps => ({ ...deps, table: { ...deps.table } })
  const approach = (by: Deps) => loadApproach(by, 'ann', caseId).then(({ theCase }) => theCase?.challenges)
  return { ...world, change, challenges, asItLies, elsewhere, approach }
}

test('a noun that says more than an item holds is written, read by whoever knows it and whoever does not, and shrinks again without a trace', async () => {
  const { deps, change, challenges, asItLies, elsewhere, approach } = await largeCase()
  const [known, count] = [elsewhere(), async () => (await loadCase(deps, caseId)).challenges?.length]
  await approach(known)
  await change([challenged(1)], challenges(200))
  expect(await asItLies()).toEqual(['NOW#challenges', 'NOW#challenges/2', 'NOW#challenges/3', 'NOW#challenges/4'])
  expect(await count()).toBe(200)
  expect((await approach(known))?.length).toBe(200)
  expect((await approach(elsewhere()))?.length).toBe(200)
  const before = await loadApproach(known, 'ann', caseId)
  if (!before.theCase) throw new Error('There is the case.')
  const by = { caseId, before: before.theCase, by: { step: 'a-step' }, at: deps.now() }
  await commit(known, { ...by, events: [challenged(201)], redact: challenges(70) })
  expect(await asItLies()).toEqual(['NOW#challenges', 'NOW#challenges/2'])
  expect((await approach(known))?.length).toBe(70)
  expect((await approach(elsewhere()))?.length).toBe(70)
  await change([challenged(202)], challenges(2))
  expect(await asItLies()).toEqual(['NOW#challenges'])
  expect(await count()).toBe(2)
})

test('what an event says may be more than an item holds: it is read, exported, verified, told and erased whole', async () => {
  const { deps, change, theCase } = await largeCase()
  const event = challenged(1)
  const text = 'What we were not asked, €1. '.repeat(20_000)
  await change([{ ...event, data: { ...event.data, text } } as CaseEvent], (state) => ({ ...state, challenges: [] }))
  // The last event is what people are told of it.
  const sequence = (await theCase()).head.sequence - 1
  const [page] = await readEvents(deps, caseId, { after: sequence - 1, limit: 1 })
  expect(JSON.stringify(page?.payload?.data).includes(JSON.stringify(text))).toBe(true)
  const record = await exportRecord(deps, await theCase())
  expect(verifyExport(record)).toMatchObject({ problems: [] })
  const payload = await loadPayload(deps, keys.payload(caseId, sequence))
  if (!payload) throw new Error('It is there.')
  expect(payload).toEqual(page?.payload)
  expect(payloadKeys(caseId, sequence, payload).map(({ sk }) => sk)).toEqual(
    ['', '/2', '/3', '/4', '/5'].map((part) => `${keys.payload(caseId, sequence).sk}${part}`),
  )
})
