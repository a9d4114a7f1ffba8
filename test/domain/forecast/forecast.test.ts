import { expect, test } from 'vitest'
import { forecast } from '../../../domain/forecast/forecast.ts'
import { defaultRuleBook } from '../../../domain/rule-book/rule-book.ts'
import { accepted, given, monday, submitted } from '../story.ts'

const stagesOf = (found: ReturnType<typeof forecast>) => found.map(({ stage }) => stage)

test('a new proposal: the triage’s deadline, then all that the rule book gives to each wait, up to the award', () => {
  const theCase = given(...submitted)
  const found = forecast(theCase, monday)
  expect(stagesOf(found)).toEqual([
    'submission',
    'nomination',
    'panel-formation',
    'specification',
    'tender',
    'evaluation',
    'decision',
  ])
  expect(found[0]?.endsBy).toBe(theCase.life.wait?.dueAt)
  // Triage until the end of Monday 26 January (15 working days); nominations close 14 days later.
  expect(found.slice(0, 2).map(({ endsBy }) => endsBy)).toEqual([
    '2026-01-27T00:00:00.000Z',
    '2026-02-11T00:00:00.000Z',
  ])
  expect(found.map(({ endsBy }) => endsBy)).toEqual(found.map(({ endsBy }) => endsBy).sort())
})

test('what is overdue is reckoned from now', () => {
  const theCase = given(...submitted)
  const [submission] = forecast(theCase, '2026-03-02T09:00:00.000Z')
  expect(submission?.endsBy).toBe('2026-03-02T09:00:00.000Z')
})

test('a wait in the middle of a stage leaves what comes after it', () => {
  const wait = { name: 'invitations', since: monday, dueAt: '2026-01-11T00:00:00.000Z', extensions: 0 } as const
  const theCase = given(...accepted)
  const life = { ...theCase.life, stage: 'panel-formation', wait: { ...wait, automaticExtensions: 0 } } as const
  // The chair is chosen within five days after the seats are accepted.
  expect(forecast({ life, ruleBook: defaultRuleBook() }, monday)[0]).toEqual({
    stage: 'panel-formation',
    endsBy: '2026-01-17T00:00:00.000Z',
  })
})

test('what would end beyond the table of bank holidays is left out, and breaks no page', () => {
  const theCase = given(...submitted)
  const ages = { count: 1000, unit: 'working days' } as const
  const ruleBook = structuredClone(defaultRuleBook())
  Object.assign(ruleBook.panel, { adjudicateWithin: ages, acceptWithin: ages, chooseChairWithin: ages })
  Object.assign(ruleBook.specification, { appraiseWithin: ages, approveWithin: ages, voteWithin: ages })
  expect(stagesOf(forecast({ ...theCase, ruleBook }, monday))).toEqual(['submission', 'nomination', 'panel-formation'])
})

test('nothing is forecast of a case that is paused, has ended, or has been awarded', () => {
  const theCase = given(...accepted)
  const { life } = theCase
  const paused = { ...life, status: 'paused' as const, pausedAt: monday, reason: 'A review.' }
  expect(forecast({ ...theCase, life: paused }, monday)).toEqual([])
  expect(forecast({ ...theCase, life: { ...life, stage: 'after-award' } }, monday)).toEqual([])
})
