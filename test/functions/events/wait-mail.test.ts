import { expect, test } from 'vitest'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { handler as sweep } from '../../../functions/events/sweep.ts'
import { readUnsent } from '../../../functions/store/unsent-store.ts'
import { caseId, mailWorld, people } from './mail-world.ts'

test('a nominee is told at once and once: what is asked, until when, and where', async () => {
  const { open, nominate, told, mails, deliverSince, theCase } = await mailWorld()
  await open()
  expect(told()).toEqual([])
  await nominate('dev')
  expect(mails).toMatchObject([
    {
      to: 'dev@example.org',
      text: expect.stringMatching(
        /^Dear Name of dev,\n\n“Counselling in every practice” is waiting for you to accept or decline, and/,
      ),
      page: '/cases/c0123456789ab/nominations',
    },
  ])
  expect(told()).toEqual(['dev: Waiting for you'])
  await deliverSince((await theCase()).head.sequence - 2)
  expect(told()).toEqual([])
})

test('an escalation goes to the secretariat with its reason, and to those waited for without it', async () => {
  const { open, nominate, attended, told, mails } = await mailWorld()
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
    expect(text).toContain('0 of the 10 nominees needed have accepted.')
    expect(text).toMatch(/It has been waiting since 9am on Monday 5 January 2026, and was due by /)
    expect(text).toContain('send it back')
  }
  for (const { text } of others ?? []) {
    expect(text).not.toContain('nominees needed')
    expect(text).toContain('do it now, or tell the programme manager')
  }
  // Nobody's name, practice or address stands in the mail of another.
  for (const { to, text } of mails)
    for (const { id, name, email } of people.filter((one) => one.email !== to))
      expect([id, name, email].filter((theirs) => new RegExp(`\\b${theirs}\\b`).test(text))).toEqual([])
  expect(told()).toEqual(['ann: Overdue', 'cas: Overdue', 'dev: Held up', 'pam: Held up'])
})

test('whoever is excluded from the case hears nothing of it', async () => {
  const { open, nominate, attended, exclude, told } = await mailWorld()
  await exclude('pam')
  await exclude('bob')
  await open()
  await nominate('bob')
  expect(told()).toEqual([])
  for (const _ of ['the reminder', 'the extension', 'the reminder again']) await attended()
  told()
  await attended()
  expect(told()).toEqual(['ann: Overdue', 'dev: Held up'])
})

test('a mailbox that fails holds nothing up: it stays noted, and each sweep tries again, until it is told alone', async () => {
  const { deps, open, attended, breakMailbox, told, at } = await mailWorld()
  await open()
  breakMailbox('ann@example.org')
  await attended()
  expect(told()).toEqual(['bob: Reminder', 'cas: Reminder', 'pam: Reminder'])
  const sent = deps.now()
  expect(await readUnsent(deps, sent)).toEqual([])
  at(addMilliseconds(sent, 24 * 3_600_000))
  expect(await readUnsent(deps, deps.now())).toMatchObject([{ caseId, type: 'PeopleTold', at: sent }])
  await expect(sweep()).rejects.toThrow('2 failures in the daily sweep of 1 cases.')
  told()
  breakMailbox('')
  await sweep()
  expect(told()).toEqual(['ann: Reminder', 'ann: Waiting for you'])
  expect(await readUnsent(deps, deps.now())).toEqual([])
})

test('who was being mailed when it was stopped, or has a mailbox that failed, is mailed when it is tried again; nobody else is', async () => {
  const { stopAt, open, nominate, breakMailbox, deliverSince, told, theCase } = await mailWorld()
  await open()
  breakMailbox('bob@example.org')
  await nominate('ann')
  expect(await nominate('bob')).toEqual({ batchItemFailures: [] })
  expect(told()).toEqual(['ann: Waiting for you'])
  breakMailbox('')
  await deliverSince((await theCase()).head.sequence - 2)
  expect(told()).toEqual(['bob: Waiting for you'])
  // As Lambda stops a function that took too long: what it was about to do next is never done.
  const stopped = stopAt('cas@example.org')
  void nominate('cas')
  await stopped
  expect(told()).toEqual([])
  const before = (await theCase()).head.sequence - 2
  await deliverSince(before)
  expect(told()).toEqual(['cas: Waiting for you'])
  await deliverSince(before)
  expect(told()).toEqual([])
})
