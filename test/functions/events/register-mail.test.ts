import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import type { RegisterEvent } from '../../../domain/register/register.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { handler } from '../../../functions/events/consume.ts'
import { tellAgain } from '../../../functions/events/tell.ts'
import { commitRegister } from '../../../functions/store/commit-register.ts'
import { keys } from '../../../functions/store/keys.ts'
import { loadRegister } from '../../../functions/store/register-store.ts'
import { mailWorld } from './mail-world.ts'

/** What others enter about a person is put to that person, once, and to nobody else. */

const interest = { organisationId: 'Zenith Care', kind: 'director' as const, detail: '', source: 'Companies House' }
const relation = { personId: 'cas', kind: 'family' as const }
const by = { person: 'pam', as: 'programme-manager' as const }

async function entering(...events: RegisterEvent[]) {
  const world = await mailWorld()
  const { deps, mails } = world
  const records: DynamoDBRecord[] = []
  for (const event of events) {
    const head = await commitRegister(deps, await loadRegister(deps), { events: [event], by, at: deps.now() })
    const item = { ...keys.registerEvent(head.sequence), sequence: head.sequence, at: deps.now(), type: event.type }
    const NewImage = marshall(item) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'] & object
    records.push({ eventName: 'INSERT' as const, dynamodb: { SequenceNumber: String(head.sequence), NewImage } })
  }
  const deliver = async () => (await handler({ Records: records })).batchItemFailures.length
  return { ...world, deliver, mails }
}

test('whoever is said to have an interest is told of it, by whom it is known, and how to answer; once', async () => {
  const { deliver, mails } = await entering({ type: 'InterestRecorded', data: { person: 'ann', interest } })
  expect(await deliver()).toBe(0)
  expect(await deliver()).toBe(0)
  expect(mails).toMatchObject([{ to: 'ann@example.org', subject: 'An interest of yours was recorded' }])
  expect(mails[0]?.text).toMatch(
    /an interest in “Zenith Care”.*Source: Companies House.*If it is wrong, tell the programme/s,
  )
})

test('what is struck out is told with the reason; of a relation, only to whoever named it, and without the name', async () => {
  const { deliver, told, mails } = await entering(
    { type: 'InterestStruck', data: { person: 'ann', interest, reason: 'Another Ann.' } },
    { type: 'RelationStruck', data: { person: 'bob', relation, reason: 'The line below.' } },
    { type: 'InterestsDeclared', data: { person: 'dev', declaration: { kind: 'nothing to declare' } } },
  )
  expect(await deliver()).toBe(0)
  const texts = mails.map(({ text }) => text)
  expect(told()).toEqual(['ann: An interest was struck out', 'bob: A person you had named was struck out'])
  expect(texts[0]).toContain('Reason: Another Ann.')
  expect(texts[1]).toContain('Reason: The line below.')
  expect(texts.join()).not.toContain('cas')
})

test('whoever is named as close for the first time is told, and how to answer; not again, nor by a load, nor where both say it', async () => {
  const naming = (person: string, ...named: string[]): RegisterEvent => {
    const relations = named.map((personId) => ({ ...relation, personId }))
    return { type: 'InterestsDeclared', data: { person, declaration: { kind: 'interests', interests: [], relations } } }
  }
  const loaded = {
    ...naming('cas', 'ann'),
    data: { ...naming('cas', 'ann').data, declaredAt: '2026-01-01T00:00:00.000Z' },
  }
  const { deliver, told } = await entering(naming('ann', 'bob'), loaded as RegisterEvent, naming('bob', 'ann'))
  expect(await deliver()).toBe(0)
  expect(await deliver()).toBe(0)
  expect(told()).toEqual([])
  const once = await entering(naming('ann', 'bob', 'nobody-known'), naming('dev', 'cas'), naming('dev', 'cas'))
  expect(await once.deliver()).toBe(0)
  expect(await once.deliver()).toBe(0)
  expect(once.mails[0]?.text).toMatch(
    /has declared that you are family of theirs\..*declare your interests again without/s,
  )
  expect(once.told().sort()).toEqual([
    'bob: Somebody says that you are close to them',
    'cas: Somebody says that you are close to them',
  ])
})

test('a mailbox that fails holds nothing up, and the sweep tries it again', async () => {
  const { deps, at, deliver, mails, breakMailbox } = await entering({
    type: 'InterestRecorded',
    data: { person: 'ann', interest },
  })
  breakMailbox('ann@example.org')
  expect(await deliver()).toBe(0)
  breakMailbox('')
  at(addMilliseconds(deps.now(), 3_600_000))
  await tellAgain(deps)
  await tellAgain(deps)
  expect(mails).toHaveLength(1)
})
