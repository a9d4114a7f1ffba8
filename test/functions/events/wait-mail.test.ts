import type { SFNClient } from '@aws-sdk/client-sfn'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { decideNomination, stepNomination } from '../../../domain/nomination/decide.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { handler } from '../../../functions/events/consume.ts'
import { type Deps, provide } from '../../../functions/runtime/deps.ts'
import { commit, loadCase } from '../../../functions/store/case-store.ts'
import { keys } from '../../../functions/store/keys.ts'
import { putLocality } from '../../../functions/store/locality-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { accepted, manager, monday } from '../../domain/story.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'

const caseId = 'c0123456789ab'
const practices = ['ashlarke', 'beckford']

const person = (
  id: string,
  role: 'practice' | 'programme-manager' | 'deputy-programme-manager',
  practiceId?: string,
) => ({
  ...{ id, name: `Name of ${id}`, email: `${id}@example.org`, roles: [role], profession: 'gp' as const },
  ...{ skills: [], panelsFormedOn: [], ...(practiceId && { practiceId }) },
})
const people = [
  person('ann', 'practice', 'ashlarke'),
  person('bob', 'practice', 'beckford'),
  person('cas', 'practice', 'beckford'),
  person('pam', 'programme-manager'),
  person('dev', 'deputy-programme-manager'),
]

/** A case with its nominations open, its events delivered as the stream would; who was mailed what. */
async function world() {
  const { document } = await tableUnderTest()
  let now = monday
  let broken = ''
  const mails: { to: string; subject: string; text: string }[] = []
  const nowhere = async () => {
    throw new Error('Nothing is kept here.')
  }
  const deps: Deps = {
    now: () => now,
    table: { client: document, name: tableShape.name },
    workflows: { client: { send: async () => {} } as unknown as SFNClient, arnOf: (workflow) => workflow },
    documents: { put: nowhere, get: nowhere },
    mail: {
      send: async (message) => {
        if (message.to === broken) throw new Error('No such mailbox.')
        mails.push(message)
      },
    },
    tenderKeys: { make: nowhere, unwrap: nowhere },
  }
  provide(deps)
  await putLocality(deps, { people, practices: [], organisations: [] })
  await commit(deps, { caseId, before: undefined, events: accepted, by: manager, at: monday })

  /** Commits these events, and delivers them. */
  async function happen(events: CaseEvent[]) {
    const before = await loadCase(deps, caseId)
    await commit(deps, { caseId, before, events, by: { step: 'a-step' }, at: now })
    return deliver(events.map(({ type }, index) => ({ type, sequence: before.head.sequence + index + 1 })))
  }
  const deliver = (events: { type: string; sequence: number }[]) =>
    handler({
      Records: events.map(({ type, sequence }) => ({
        eventName: 'INSERT' as const,
        dynamodb: {
          SequenceNumber: String(sequence),
          NewImage: marshall({
            ...keys.event(caseId, sequence),
            sequence,
            type,
            by: { step: 'a-step' },
          }) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'] & object,
        },
      })),
    })
  const theCase = () => loadCase(deps, caseId)
  const open = async () =>
    happen(
      stepNomination(
        await theCase(),
        { type: 'OpenNomination', attempt: 2, practices, seed: { name: 'a-seed', hash: 'a'.repeat(64) } },
        { by: manager, at: now },
      ),
    )
  const nominate = async (nominee: string) => {
    const facts = { practiceId: 'beckford', profession: 'gp' as const, experienced: false }
    return happen(decideNomination(await theCase(), { type: 'Nominate', person: nominee, facts }))
  }
  /** The next act of the wait by itself, at its time. */
  const attended = async () => {
    const looked = await theCase()
    now = looked.life.wait?.remindAt ?? looked.life.wait?.dueAt ?? now
    const attendance = attend(looked, { caseId, attempt: 2 }, ['nominations'], now)
    if (attendance.verdict !== 'act') throw new Error(`Nothing to do: ${attendance.verdict}`)
    await happen(attendance.events)
    return attendance.events.map(({ type }) => type)
  }
  return {
    ...{ open, nominate, attended, deliver, theCase, mails },
    breakMailbox: (to: string) => {
      broken = to
    },
    exclude: (id: string) =>
      document.send(
        new PutCommand({ TableName: tableShape.name, Item: { ...keys.exclusion(id, caseId), reason: 'A tie.' } }),
      ),
    /** Who was mailed since the last look, sorted. */
    told: () =>
      mails
        .splice(0)
        .map(({ to, subject }) => `${to.split('@')[0]}: ${subject.split(':')[0]}`)
        .sort(),
  }
}

test('when a wait opens, everybody it waits for gets one mail: what is asked, and until when', async () => {
  const { open, nominate, told, mails, deliver, theCase } = await world()
  await open()
  expect(mails.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(
      /^Dear Name of ann,\n\n“Counselling in every practice” waits for you: nominate or decline\. It is due by /,
    ),
  )
  expect(told()).toEqual(['ann: Waiting for you', 'bob: Waiting for you', 'cas: Waiting for you'])
  // Delivered again, nobody is mailed again.
  const { sequence } = (await theCase()).head
  await deliver([{ type: 'WaitOpened', sequence }])
  expect(told()).toEqual([])
  // A nominee has been told of this wait as one of their practice: one wait, one mail.
  await nominate('cas')
  expect(told()).toEqual([])
})

test('a nominee who was not waited for before is told, and the practices are not told again', async () => {
  const { open, nominate, told, mails } = await world()
  await open()
  told()
  await nominate('dev')
  expect(mails).toMatchObject([
    { to: 'dev@example.org', text: expect.stringContaining('accept or decline, and declare interests') },
  ])
})

test('an escalation goes to the secretariat with its reason, and to those waited for without it', async () => {
  const { open, nominate, attended, told, mails } = await world()
  await open()
  await nominate('cas')
  expect([await attended(), await attended(), await attended()].flat()).toEqual([
    'Reminded',
    'DeadlineExtended',
    'Reminded',
  ])
  told()
  expect(await attended()).toEqual(['Escalated'])
  const [secretariat, others] = [/^(pam|dev)@/, /^(ann|cas)@/].map((who) => mails.filter(({ to }) => who.test(to)))
  for (const { text } of secretariat ?? []) {
    expect(text).toContain('0 of the 10 nominees that are needed have accepted.')
    expect(text).toMatch(/It has waited since 09:00 on Monday 5 January 2026, and was due by /)
    expect(text).toContain('send it back')
  }
  for (const { text } of others ?? []) {
    expect(text).not.toContain('nominees that are needed')
    expect(text).toContain('do it now, or tell the programme manager')
  }
  // Nobody's name, practice or address stands in the mail of another.
  for (const { to, text } of mails)
    for (const { id, name, email } of people.filter((one) => one.email !== to))
      expect([id, name, email].filter((theirs) => new RegExp(`\\b${theirs}\\b`).test(text))).toEqual([])
  expect(told()).toEqual(['ann: Overdue', 'cas: Overdue', 'dev: Held up', 'pam: Held up'])
})

test('whoever is excluded from the case hears nothing of it', async () => {
  const { open, attended, exclude, told } = await world()
  await exclude('pam')
  await exclude('bob')
  await open()
  expect(told()).toEqual(['ann: Waiting for you', 'cas: Waiting for you'])
  await attended() // the reminder
  await attended() // the extension
  await attended() // the reminder again
  told()
  await attended()
  expect(told()).toEqual(['ann: Overdue', 'cas: Overdue', 'dev: Held up'])
})

test('a mailbox that fails is tried again, and nobody else is mailed twice', async () => {
  const { open, breakMailbox, deliver, told, theCase } = await world()
  breakMailbox('bob@example.org')
  const { batchItemFailures } = (await open()) ?? { batchItemFailures: [] }
  expect(batchItemFailures).toHaveLength(1)
  expect(told()).toContain('ann: Waiting for you')
  breakMailbox('')
  await deliver([{ type: 'WaitOpened', sequence: (await theCase()).head.sequence }])
  expect(told()).toContain('bob: Waiting for you')
})
