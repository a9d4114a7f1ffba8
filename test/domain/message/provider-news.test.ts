import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife, type LifeCommand } from '../../../domain/case/decide.ts'
import { messagesOf } from '../../../domain/message/message.ts'
import { providerNews } from '../../../domain/message/provider-news.ts'
import { caseIn, on, START } from '../../domain/case-in.ts'
import { announced, confirmed, ranked } from '../../domain/decision/ranked.ts'
import { following } from '../../domain/story.ts'
import { published } from '../../domain/tender/published.ts'

const LATER = '2026-01-08T10:00:00.000Z'
const reason = 'Mr Hale fell out with Dr Ames.'

const made = (theCase: Case, command: LifeCommand, at = LATER): Case =>
  following(theCase, decideLife(theCase, command, on(at, { person: 'ana', as: senderOf(theCase) })), at)
const senderOf = ({ life }: Case) => (life.stage === 'decision' ? 'approver' : 'programme-manager')
const news = (theCase: Case, type: keyof typeof providerNews) => {
  const text = providerNews[type]?.text(theCase)
  return text === undefined ? undefined : { to: providerNews[type]?.to(theCase), text }
}

describe('while a tender is open, every provider is told', () => {
  test('of a pause, and of the deadline that the resumption brings', () => {
    const paused = made(published(), { type: 'Pause', reason })
    expect(news(paused, 'CasePaused')).toMatchObject({
      to: 'every provider',
      text: expect.stringMatching(/Nothing can be submitted/),
    })
    const resumed = made(paused, { type: 'Resume', reason }, '2026-01-12T10:00:00.000Z')
    expect(news(resumed, 'CaseResumed')).toMatchObject({
      to: 'every provider',
      text: expect.stringMatching(/before the end of .* 2026/),
    })
    expect(news(resumed, 'CasePaused')).toBeUndefined()
  })

  test('of a send-back, once, and of a withdrawal', () => {
    const back = made(published(), { type: 'SendBack', to: 'specification', reason })
    expect(news(back, 'StageEntered')).toMatchObject({
      to: 'every provider',
      text: expect.stringMatching(/You cannot submit a tender/),
    })
    const further = made(back, { type: 'SendBack', to: 'nomination', reason }, '2026-01-09T10:00:00.000Z')
    expect(news(further, 'StageEntered')).toBeUndefined()
    expect(news(made(published(), { type: 'Withdraw', reason }), 'CaseEnded')).toMatchObject({
      to: 'every provider',
      text: expect.stringMatching(/withdrawn/),
    })
  })
})

describe('once tenders are opened, their bidders are told', () => {
  const all = ['harbour', 'meadow', 'ridge']

  test('that a send-back ended the announced decision', () => {
    for (const to of ['specification', 'tender'] as const)
      expect(news(made(announced(), { type: 'SendBack', to, reason }), 'StageEntered')).toMatchObject({
        to: all,
        text: expect.stringMatching(/no longer stands/),
      })
    expect(news(made(ranked(), { type: 'SendBack', to: 'tender', reason }), 'StageEntered')?.text).not.toContain(
      'no longer stands',
    )
  })

  test('of a pause, a resumption and a withdrawal', () => {
    const paused = made(announced(), { type: 'Pause', reason })
    expect(news(paused, 'CasePaused')).toMatchObject({
      to: all,
      text: expect.stringMatching(/You can still make representations/),
    })
    expect(news(made(paused, { type: 'Resume', reason }), 'CaseResumed')).toMatchObject({ to: all })
    expect(news(made(announced(), { type: 'Withdraw', reason }), 'CaseEnded')).toMatchObject({
      to: all,
      text: expect.stringMatching(/withdrawn.*no longer stands/),
    })
  })
})

test('of a case that was never tendered no provider hears, and no mail carries a free text', () => {
  const writing = made(caseIn('specification'), { type: 'Pause', reason })
  expect(news(writing, 'CasePaused')).toBeUndefined()
  expect(
    news(made(caseIn('specification'), { type: 'SendBack', to: 'nomination', reason }), 'StageEntered'),
  ).toBeUndefined()
  expect(news(made(caseIn('specification'), { type: 'Withdraw', reason }), 'CaseEnded')).toBeUndefined()
  expect(news(announced(START, confirmed('no award')), 'CaseEnded')).toBeUndefined()
  for (const theCase of [published(), announced()])
    expect(news(made(theCase, { type: 'Withdraw', reason }), 'CaseEnded')?.text).not.toContain(reason)
})

test('what is told is on the record in the words that are sent; nobody to tell is nothing to record', () => {
  const theCase = announced(START, confirmed())
  const [told, ...more] = messagesOf(theCase, [
    { type: 'OutcomeAnnounced', data: { sitting: 1 } },
    { type: 'WaitOpened', data: { name: 'standstill', dueAt: LATER } },
  ])
  expect(more).toEqual([])
  expect(told).toEqual({
    type: 'ProvidersTold',
    data: {
      to: ['harbour', 'meadow', 'ridge'],
      subject: `The outcome: ${theCase.proposal.form.title}`,
      text: expect.stringContaining('Your letter, with your scores and their reasons, is in the portal.'),
      page: 'outcome',
    },
  })
  expect(messagesOf(ranked(), [{ type: 'AwardMade', data: { sitting: 1, organisationId: 'harbour' } }])).toEqual([])
})
