import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { Finding } from '../../../domain/conflict/conflict.ts'
import { type ConflictCommand, decideConflict } from '../../../domain/conflict/decide.ts'
import { readingOf } from '../../../domain/conflict/reading.ts'
import { viewConflicts } from '../../../domain/conflict/view.ts'
import { viewDecision } from '../../../domain/decision/view.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { waitRules } from '../../../domain/wait/rules.ts'
import { START } from '../case-in.ts'
import { following, refusedWith, types } from '../story.ts'
import { allFor, announced, confirmed, ranked, step, stepped, voted } from './ranked.ts'

const finding: Finding = { rule: 'flag-other', evidence: 'Dan advises Harbour for pay.', organisationId: 'harbour' }
const LATER = '2026-06-01T09:00:00.000Z'
const office = { kind: 'programme-manager' }

/** An interest of this person came up. */
const flagged = (theCase: Case, person = 'dan'): Case =>
  following(
    theCase,
    [
      {
        type: 'ConflictsChecked',
        data: { occasion: 'vote', register: '2-b', results: { [person]: { result: 'flagged', findings: [finding] } } },
      },
    ],
    START,
  )

const ruling = (
  ruled: 'cleared' | 'barred',
  adjudicator: ConflictCommand['adjudicator'] = { person: 'pm', as: 'programme-manager' },
  person = 'dan',
): ConflictCommand => ({
  type: 'AdjudicateInterest',
  ...{ person, ruling: ruled, read: [readingOf(finding)], reasons: 'It was looked at.', adjudicator },
})

const ruledOn = (theCase: Case, ...how: Parameters<typeof ruling>): Case =>
  following(theCase, decideConflict(theCase, ruling(...how)), START, { person: 'pm', as: 'programme-manager' })

const attended = (theCase: Case, at: string, wait: 'panel vote' | 'standstill') =>
  attend(theCase, { caseId: theCase.id, attempt: theCase.life.attempt }, [wait], at)

/** Looked at until there is nothing to be done. */
function settled(theCase: Case, at: string, wait: 'panel vote' | 'standstill'): Case {
  const found = attended(theCase, at, wait)
  return found.verdict === 'act' ? settled(following(theCase, found.events, at, { step: 'a' }), at, wait) : theCase
}

describe('a flagged interest of a member, when the panel votes on the award (requirements §4)', () => {
  const open = () => flagged(voted(stepped(ranked(), 'OpenAwardVote'), allFor('award')))

  test('is ruled on before the votes are counted: the secretariat is waited for, and no ballot comes in meanwhile', () => {
    const theCase = open()
    expect(step(theCase, 'CountAwardVote')).toEqual([])
    const seenAs = (as: string) => viewDecision(theCase, { person: { id: 'zoe' }, as } as never)
    expect(seenAs('programme-manager').unruled).toBe(true)
    for (const as of ['panel-member', 'approver', 'auditor']) expect(seenAs(as).unruled, as).toBeUndefined()
    expect(attended(theCase, START, 'panel vote').verdict).toBe('waiting')
    expect(waitRules['panel vote'].waitsFor(theCase)).toEqual([office])
    expect(refusedWith(() => voted(theCase, { ada: 'no award' }))).toBe('TooLate')
    expect(types(step(ruledOn(theCase, 'cleared'), 'CountAwardVote'))).toContain('RecommendationMade')
    expect(ruledOn(theCase, 'barred').decision).toMatchObject({ status: 'due', returned: [{ by: 'exclusion' }] })
  })

  test('is escalated with its reason at the deadline, and then an approver can rule on it, and reads what it is', () => {
    const theCase = open()
    const approver = { person: 'ana', as: 'approver' } as const
    const seen = (before: Case) => viewConflicts(before, { person: { id: 'ana' }, as: 'approver' } as never).standings
    expect(refusedWith(() => decideConflict(theCase, ruling('cleared', approver)))).toBe('TooEarly')
    expect(seen(theCase)).toEqual([])
    const overdue = settled(theCase, LATER, 'panel vote')
    const [held] = waitRules['panel vote'].atDeadline(theCase, { ...theCase.life.wait } as never, LATER)
    expect(held).toMatchObject({ type: 'Escalated', data: { because: expect.stringContaining('not counted before') } })
    expect(overdue.life.wait?.escalatedAt).toBe(LATER)
    expect(seen(overdue)).toMatchObject([{ person: 'dan', findings: [{ reading: readingOf(finding) }] }])
    expect(types(decideConflict(overdue, ruling('cleared', approver)))).toEqual(['InterestCleared'])
    expect(
      refusedWith(() => decideConflict(overdue, ruling('cleared', { ...approver, interestedIn: ['harbour'] }))),
    ).toBe('NotAllowed')
  })
})

describe('a flagged interest in the standstill (requirements §4)', () => {
  test.each([
    ['of a member', 'dan'],
    ['of the approver who confirmed', 'person-pm'],
  ])('%s holds the award until it is ruled on, as an unanswered representation does', (_, person) => {
    const theCase = flagged(announced(START, confirmed()), person)
    expect(theCase.decision?.answeredBy).toEqual(['person-pm'])
    expect(attended(theCase, LATER, 'standstill').verdict).toBe('act')
    const held = settled(theCase, LATER, 'standstill')
    expect(held.life.wait).toMatchObject({ name: 'standstill', escalatedAt: LATER })
    expect(waitRules.standstill.waitsFor(held)).toEqual([office])
    expect(step(held, 'MakeAward', LATER)).toEqual([])
    const cleared = ruledOn(held, 'cleared', { person: 'deb', as: 'deputy-programme-manager' }, person)
    expect(types(step(cleared, 'MakeAward', LATER))).toEqual(['AwardMade'])
  })

  test('of somebody who decides nothing holds nothing', () => {
    expect(types(step(flagged(announced(START, confirmed()), 'zoe'), 'MakeAward', LATER))).toEqual(['AwardMade'])
  })

  test('ruled to be a bar, it undoes what was announced: the panel votes again', () => {
    const barred = ruledOn(flagged(announced(START, confirmed())), 'barred')
    expect(barred.decision).toMatchObject({ status: 'due', superseded: [{ sitting: 1 }] })
    expect(step(barred, 'MakeAward', LATER)).toEqual([])
  })
})
