import { describe, expect, test } from 'vitest'
import { decideDecision } from '../../../domain/decision/decide.ts'
import { endAfterFurtherDecision, type StandstillRuleSet, standstillFrom } from '../../../domain/decision/standstill.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { on } from '../case-in.ts'
import { refusedWith, types } from '../story.ts'
import { announced, confirmed, ranked } from './ranked.ts'

/**
 * The standstill around Christmas, Easter, the changes of the clocks and bank holidays (issue: Standstill). Each row was
 * worked by hand with a calendar: published, begins, the instant at which it is over, and the same after a further decision
 * was communicated.
 */
interface Row {
  why: string
  ruleSet: StandstillRuleSet
  published: string
  begins: string
  ends: string
  /** Communicated, and open until. */
  further?: [string, string]
}

const rows: Row[] = [
  {
    why: 'an ordinary week in winter: 13–16, 19–22 January',
    ...{ ruleSet: 'psr', published: '2026-01-11T10:00:00.000Z', begins: '2026-01-12' },
    ...{ ends: '2026-01-23T00:00:00.000Z', further: ['2026-01-23T10:00:00.000Z', '2026-01-31T00:00:00.000Z'] },
  },
  {
    why: 'Christmas 2025 (Thursday, Boxing Day Friday): 22, 23, 24, 29, 30, 31 December, 2, 5 January',
    ...{ ruleSet: 'psr', published: '2025-12-19T16:59:59.000Z', begins: '2025-12-20' },
    ...{ ends: '2026-01-06T00:00:00.000Z', further: ['2026-01-05T09:00:00.000Z', '2026-01-13T00:00:00.000Z'] },
  },
  {
    why: 'Christmas 2026 (Friday; Boxing Day, a Saturday, is taken on Monday 28): 24, 29, 30, 31 December, 4, 5, 6, 7 January',
    ...{ ruleSet: 'psr', published: '2026-12-22T12:00:00.000Z', begins: '2026-12-23' },
    ...{ ends: '2027-01-08T00:00:00.000Z', further: ['2026-12-31T12:00:00.000Z', '2027-01-09T00:00:00.000Z'] },
  },
  {
    why: 'Easter 2026 with the change to summer time: 31 March, 1, 2, 7, 8, 9, 10, 13 April',
    ...{ ruleSet: 'psr', published: '2026-03-29T00:30:00.000Z', begins: '2026-03-30' },
    ...{ ends: '2026-04-13T23:00:00.000Z', further: ['2026-04-01T08:00:00.000Z', '2026-04-13T23:00:00.000Z'] },
  },
  {
    why: 'the last second before the clocks go forward: begun in GMT, ended in BST: 30, 31 March, 1, 2, 7, 8, 9, 10 April',
    ...{ ruleSet: 'psr', published: '2026-03-28T23:59:59.000Z', begins: '2026-03-29' },
    ends: '2026-04-10T23:00:00.000Z',
  },
  {
    why: 'the clocks go back: begun in BST, ended in GMT: 26, 27, 28, 29, 30 October, 2, 3, 4 November',
    ...{ ruleSet: 'psr', published: '2026-10-22T22:59:59.000Z', begins: '2026-10-23' },
    ...{ ends: '2026-11-05T00:00:00.000Z', further: ['2026-10-23T12:00:00.000Z', '2026-11-05T00:00:00.000Z'] },
  },
  {
    why: 'one second later it is the next day in London: 26, 27, 28, 29, 30 October, 2, 3, 4 November, from the 24th',
    ...{ ruleSet: 'psr', published: '2026-10-22T23:00:00.000Z', begins: '2026-10-24' },
    ends: '2026-11-05T00:00:00.000Z',
  },
  {
    why: 'both bank holidays of May 2026: 5, 6, 7, 8, 11, 12, 13, 14 May, after 1 May',
    ...{ ruleSet: 'psr', published: '2026-05-01T09:00:00.000Z', begins: '2026-05-02' },
    ...{ ends: '2026-05-14T23:00:00.000Z', further: ['2026-05-20T09:00:00.000Z', '2026-05-28T23:00:00.000Z'] },
  },
  {
    why: 'the summer bank holiday: 25, 26, 27, 28 August, 1, 2, 3, 4 September',
    ...{ ruleSet: 'psr', published: '2026-08-23T09:00:00.000Z', begins: '2026-08-24' },
    ends: '2026-09-04T23:00:00.000Z',
  },
  {
    why: 'an ordinary week: 12, 13, 14, 15, 16, 19, 20, 21 January, from the day itself',
    ...{ ruleSet: 'pa2023', published: '2026-01-12T10:00:00.000Z', begins: '2026-01-12' },
    ...{ ends: '2026-01-22T00:00:00.000Z', further: ['2026-01-30T10:00:00.000Z', '2026-01-22T00:00:00.000Z'] },
  },
  {
    why: 'Christmas Eve 2025 counts, the feast does not: 24, 29, 30, 31 December, 2, 5, 6, 7 January',
    ...{ ruleSet: 'pa2023', published: '2025-12-24T17:00:00.000Z', begins: '2025-12-24' },
    ends: '2026-01-08T00:00:00.000Z',
  },
  {
    why: 'published on Christmas Day, which does not count: 29, 30, 31 December, 2, 5, 6, 7, 8 January',
    ...{ ruleSet: 'pa2023', published: '2025-12-25T12:00:00.000Z', begins: '2025-12-25' },
    ends: '2026-01-09T00:00:00.000Z',
  },
  {
    why: 'Maundy Thursday 2026: 2, 7, 8, 9, 10, 13, 14, 15 April',
    ...{ ruleSet: 'pa2023', published: '2026-04-02T09:00:00.000Z', begins: '2026-04-02' },
    ends: '2026-04-15T23:00:00.000Z',
  },
  {
    why: 'over the change to summer time: 27, 30, 31 March, 1, 2, 7, 8, 9 April',
    ...{ ruleSet: 'pa2023', published: '2026-03-27T09:00:00.000Z', begins: '2026-03-27' },
    ends: '2026-04-09T23:00:00.000Z',
  },
  {
    why: 'over the change to winter time: 22, 23, 26, 27, 28, 29, 30 October, 2 November',
    ...{ ruleSet: 'pa2023', published: '2026-10-22T09:00:00.000Z', begins: '2026-10-22' },
    ends: '2026-11-03T00:00:00.000Z',
  },
  {
    why: 'the spring bank holiday: 22, 26, 27, 28, 29 May, 1, 2, 3 June',
    ...{ ruleSet: 'pa2023', published: '2026-05-22T09:00:00.000Z', begins: '2026-05-22' },
    ends: '2026-06-03T23:00:00.000Z',
  },
]

const SECOND = 1_000

describe.each(rows)('$ruleSet, published $published: $why', ({ ruleSet, published, begins, ends, further }) => {
  const standstill = standstillFrom(ruleSet, published)
  const theCase = announced(published, confirmed('award', ranked({ decision: { standstill: ruleSet } })))
  const waits = { caseId: theCase.id, attempt: 7 }
  const object = (at: string) =>
    decideDecision(theCase, { type: 'MakeRepresentation', organisationId: 'meadow', text: 'Read it again.' }, on(at))

  test(`begins on ${begins} and is over at ${ends}`, () => {
    expect([standstill.begins, standstill.ends]).toEqual([begins, ends])
    expect(theCase.life.wait).toMatchObject({ name: 'standstill', dueAt: ends })
  })

  test('is open a second before that, and over at it and a second after', () => {
    const verdict = (at: string) => attend(theCase, waits, ['standstill'], at).verdict
    expect([-SECOND, -1, 0, SECOND].map((off) => verdict(addMilliseconds(ends, off)))).toEqual([
      ...['waiting', 'waiting', 'answered', 'answered'],
    ])
  })

  test('a representation in the last second counts; at the end and a second after it is too late', () => {
    expect(types(object(addMilliseconds(ends, -SECOND)))).toEqual(['RepresentationMade'])
    expect(types(object(addMilliseconds(ends, -1)))).toEqual(['RepresentationMade'])
    expect(refusedWith(() => object(ends))).toBe('TooLate')
    expect(refusedWith(() => object(addMilliseconds(ends, SECOND)))).toBe('TooLate')
  })

  if (further) {
    const [communicated, until] = further
    test(`a further decision communicated ${communicated} keeps it open until ${until}`, () => {
      expect(endAfterFurtherDecision(ruleSet, standstill, communicated)).toBe(until)
    })
  }
})
