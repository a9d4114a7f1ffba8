import { expect, test } from 'vitest'
import type { Asked } from '../../../functions/events/asked.ts'
import { digest } from '../../../functions/events/digest.ts'
import { handler as sweep } from '../../../functions/events/sweep.ts'
import { withLink } from '../../../functions/runtime/deps.ts'
import { mailWorld } from './mail-world.ts'

const tuesday = '2026-01-06T05:00:00.000Z'
const wednesday = '2026-01-07T05:00:00.000Z'
const nextMonday = '2026-01-12T05:00:00.000Z'

test('the morning after a wait opened, everybody it waits for gets one mail: what is asked, and until when', async () => {
  const { open, at, told, mails } = await mailWorld()
  await open()
  at(tuesday)
  await sweep()
  expect(mails).toContainEqual({
    to: 'ann@example.org',
    subject: 'Waiting for you: Counselling in every practice',
    text: expect.stringMatching(
      /^Dear Name of ann,\n\nThis is waiting for you:\n\n“Counselling in every practice”: nominate or decline\. It is due by /,
    ),
    page: '/cases/c0123456789ab/nominations',
  })
  expect(told()).toEqual(['ann: Waiting for you', 'bob: Waiting for you', 'cas: Waiting for you'])
  // Once is enough: the sweep again, and the morning after, say nothing.
  await sweep()
  at(wednesday)
  await sweep()
  expect(told()).toEqual([])
})

test('of several things, each has a link to the page on which it is done', async () => {
  const { deps, at, mails } = await mailWorld()
  at(tuesday)
  const asked = (title: string, page: string): Asked => ({
    ...{ caseId: 'c0123456789ab', title, mark: title, excluded: new Map(), lacking: '', isNew: true },
    ...{ what: () => 'nominate or decline', page: () => page, who: [{ kind: 'practice', id: 'ashlarke' }] },
    dueAt: nextMonday,
  })
  await digest(deps, [asked('Counselling', '/cases/c1/nominations'), asked('Physiotherapy', '/cases/c2/panel')])
  const due = 'It is due by 5am on Monday 12 January 2026.'
  const [mail] = mails
  expect(mail && withLink(mail, 'https://panels.example')).toBe(
    [
      'Dear Name of ann,',
      'These are waiting for you. Each link opens the page on which you do it, once you have signed in.',
      `“Counselling”: nominate or decline. ${due}\nhttps://panels.example/cases/c1/nominations`,
      `“Physiotherapy”: nominate or decline. ${due}\nhttps://panels.example/cases/c2/panel`,
      'All of it, in one list:\nhttps://panels.example/\n',
    ].join('\n\n'),
  )
})

test('on Mondays everybody for whom something waits is reminded of all of it', async () => {
  const { open, at, told } = await mailWorld()
  await open()
  at(tuesday)
  await sweep()
  told()
  at(nextMonday)
  await sweep()
  expect(told()).toEqual(['ann: Waiting for you', 'bob: Waiting for you', 'cas: Waiting for you'])
})

test('nobody is written to about a case they are excluded from', async () => {
  const { open, happen, at, told } = await mailWorld()
  await open()
  await happen([
    {
      type: 'ConflictsChecked',
      data: {
        ...{ occasion: 'scoring', register: 'r1' },
        results: { bob: { result: 'barred', findings: [] } },
      },
    },
  ])
  at(tuesday)
  await sweep()
  expect(told()).toEqual(['ann: Waiting for you', 'cas: Waiting for you'])
})

test('a mailbox that fails is said, and tried again; everybody else is told once', async () => {
  const { open, at, breakMailbox, told } = await mailWorld()
  await open()
  at(tuesday)
  breakMailbox('ann@example.org')
  await expect(sweep()).rejects.toThrow('1 failure')
  expect(told()).toEqual(['bob: Waiting for you', 'cas: Waiting for you'])
  await expect(sweep()).rejects.toThrow('1 failure')
  expect(told()).toEqual([])
  breakMailbox('')
  at(wednesday)
  await sweep()
  expect(told()).toEqual(['ann: Waiting for you'])
  await sweep()
  expect(told()).toEqual([])
})
