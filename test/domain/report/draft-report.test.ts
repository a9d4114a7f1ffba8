import { describe, expect, test } from 'vitest'
import { draftReport } from '../../../domain/report/draft-report.ts'
import { monthInWords, monthOf, spanOf } from '../../../domain/report/month.ts'
import { participation } from '../../../domain/report/participation.ts'
import { accepted, given, submitted } from '../story.ts'

const at = '2026-01-31T12:00:00.000Z'
const nameOf = (id: string) => `The ${id} practice`

describe('a month', () => {
  test('begins and ends in London, also where the clocks have changed', () => {
    expect(spanOf('2026-03')).toEqual({ from: '2026-03-01T00:00:00.000Z', until: '2026-03-31T23:00:00.000Z' })
    expect(monthOf('2026-03-31T23:30:00.000Z')).toBe('2026-04')
    expect(monthInWords('2026-11')).toBe('November 2026')
  })
})

describe('the monthly report', () => {
  test('says what is open since when, what is due, and the head of each record', () => {
    const theCase = given(...accepted)
    const sections = draftReport({ month: '2026-01', cases: [theCase], at }, nameOf)
    expect(sections.open).toMatch(/^“Counselling in every practice”: at \w+, since .*January 2026\.$/)
    expect(sections.due).toMatch(/^“Counselling in every practice”: \w+ ends by the end of /)
    expect(sections.records).toBe(`“Counselling in every practice”: ${theCase.head.hash}`)
    expect(sections.decided).toBe('Nothing was decided this month.')
    expect(sections.news).toBe('')
  })

  test('says what ended in the month, and not what ended in another', () => {
    const theCase = given(...accepted)
    const life = { ...theCase.life, status: 'ended' as const, endedAt: '2026-01-20T10:00:00.000Z' }
    const ended = { ...theCase, life: { ...life, outcome: 'withdrawn' as const, reason: 'Not to be told here.' } }
    const decidedIn = (month: string) => draftReport({ month, cases: [ended], at }, nameOf).decided
    expect(decidedIn('2026-01')).toBe('“Counselling in every practice”: withdrawn, on Tuesday 20 January 2026.')
    expect(decidedIn('2026-02')).toBe('Nothing was decided this month.')
    expect(draftReport({ month: '2026-01', cases: [ended], at }, nameOf).due).toBe('Nothing is due.')
  })

  test('says that a contract was awarded, though the case is followed for years', () => {
    const theCase = given(...accepted)
    const award = { stage: 'after-award' as const, attempt: 8, entered: '2026-01-20T00:00:00.000Z' }
    const awarded = { ...theCase, life: { ...theCase.life, path: [...theCase.life.path, award] } }
    const decidedIn = (month: string) => draftReport({ month, cases: [awarded], at }, nameOf).decided
    expect(decidedIn('2026-01')).toBe('“Counselling in every practice”: awarded, on Tuesday 20 January 2026.')
    expect(decidedIn('2026-02')).toBe('Nothing was decided this month.')
  })

  test('leaves out what the public does not know of: a proposal that was not accepted', () => {
    const sections = draftReport({ month: '2026-01', cases: [given(...submitted)], at }, nameOf)
    expect(JSON.stringify(sections)).not.toContain('Counselling')
  })
})

test('participation counts each practice’s answers and the seats that its nominees took', () => {
  const theCase = given(...accepted)
  const nominee = (practiceId: string) => ({
    ...{ status: 'nominated' as const, practiceId, profession: 'gp' as const, experienced: false, round: 1 },
  })
  const nomination = {
    ...{ status: 'open' as const, round: 1, practices: ['beckford', 'ashlarke', 'colne'], declined: ['beckford'] },
    nominees: { ann: nominee('ashlarke'), bob: nominee('ashlarke') },
  }
  const panel = { seats: { ann: { status: 'accepted' as const, at }, bob: { status: 'lapsed' as const } } }
  expect(
    participation([
      { ...theCase, life: { ...theCase.life, stage: 'specification' }, nomination, panel },
      // Who sits is not told before the panel is formed.
      { ...theCase, nomination, panel },
    ]),
  ).toEqual([
    { practiceId: 'ashlarke', invited: 2, nominated: 2, declined: 0, unanswered: 0, asked: 0, seats: 1 },
    { practiceId: 'beckford', invited: 2, nominated: 0, declined: 2, unanswered: 0, asked: 0, seats: 0 },
    { practiceId: 'colne', invited: 2, nominated: 0, declined: 0, unanswered: 1, asked: 1, seats: 0 },
  ])
})
