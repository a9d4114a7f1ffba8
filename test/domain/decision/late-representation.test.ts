import { describe, expect, test } from 'vitest'
import { capacitiesOf } from '../../../domain/case/capacity.ts'
import type { Case } from '../../../domain/case/case.ts'
import { recheckCase } from '../../../domain/conflict/recheck.ts'
import { unsignedUntil } from '../../../domain/decision/late-representation.ts'
import { viewLetter } from '../../../domain/decision/view.ts'
import { decisionRecordPaper } from '../../../domain/decision-record/paper.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import { messagesOf } from '../../../domain/message/message.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { openWait } from '../../../domain/wait/decide.ts'
import { CHAIR } from '../case-in.ts'
import { matter } from '../evaluation/scored.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { announced, doing, done, stepped } from './ranked.ts'

/** Announced on Monday 5 January 2026: under psr the standstill ends with Friday 16, and the contract is awarded on Saturday. */
const AWARDED = '2026-01-17T00:00:01.000Z'
const RECORDED = '2026-01-19T09:00:00.000Z'
const standing = announced()
const award = stepped(standing, 'MakeAward', AWARDED)
const followed = following(award, [{ type: 'StageEntered', data: { stage: 'after-award', attempt: 8 } }], AWARDED)
const ended = following(
  followed,
  [{ type: 'CaseEnded', data: { outcome: 'awarded', reason: 'Every milestone was reached.' } }],
  AWARDED,
)

const letter = { from: 'Quay Health Ltd', way: 'letter', text: 'We were told too late.' } as const
const record = (theCase: Case, time = '23:59:59', on = '2026-01-16') =>
  doing(theCase, { type: 'RecordRepresentation', ...letter, on, time }, RECORDED)
const recorded = (theCase: Case): Case => following(theCase, record(theCase), RECORDED)
const answer = (decision: 'stands' | 'reopened' | 'should not stand', theCase = recorded(followed)) => ({
  type: 'AnswerRepresentation' as const,
  ...{ chair: CHAIR, id: 1, decision, reasons: 'It was read.', present: votingMembers(theCase.panel) },
})
const paperOf = (theCase: Case): string =>
  JSON.stringify(decisionRecordPaper(viewDecisionRecord(theCase), (id) => id).blocks)

describe('a representation that came in time and is recorded after the award (decision 35)', () => {
  test.each([
    ['while the contract is followed', followed],
    ['when the case has ended', ended],
  ])('is on the record with when it came and how, %s', (_, theCase) => {
    expect(record(theCase)).toEqual([
      {
        type: 'RepresentationMade',
        data: {
          ...{ id: 1, ...letter, receivedAt: '2026-01-16T23:59:59.000Z', afterAward: true },
          chaseAt: expect.any(String),
        },
      },
    ])
    expect(recorded(theCase).decision).toMatchObject({
      ...{ status: 'awarded', awardedAt: AWARDED },
      representations: [{ ...letter, afterAward: true, at: RECORDED }],
    })
  })

  test('that came a second later was not in time, and is refused', () => {
    expect(refusedWith(() => record(followed, '00:00:00', '2026-01-17'))).toBe('TooLate')
  })

  test('is told to the bidders in words that are on the record, and what the panel finds, too', () => {
    const made = messagesOf(recorded(followed), record(followed))
    expect(made.map(({ data }) => data.to)).toEqual([['harbour', 'meadow', 'ridge']])
    expect(made[0]?.data.text).toContain('The award should have waited for it')
    expect(made[0]?.data.text).not.toContain('Quay')
    const given = answer('should not stand')
    const [told] = messagesOf(done(recorded(followed), given, RECORDED), doing(recorded(followed), given, RECORDED))
    expect(told?.data.text).toContain('should not have been awarded')
  })

  test('says nothing to anybody of those that came while there was a standstill', () => {
    const at = '2026-01-16T12:00:00.000Z'
    const command = { type: 'RecordRepresentation', ...letter, on: '2026-01-16', time: '11:00' } as const
    expect(messagesOf(done(standing, command, at), doing(standing, command, at))).toEqual([])
  })

  test('is chased until the panel has answered it', () => {
    const waiting = following(
      followed,
      [
        {
          type: 'MilestoneOpened',
          data: {
            milestone: 'plan agreed',
            checklist: { version: 1, items: [{ id: 'a', question: 'Is it agreed?' }] },
          },
        },
        openWait(followed, 'plan agreed', AWARDED, { count: 60, unit: 'calendar days' }),
      ],
      AWARDED,
    )
    const late = recorded(waiting)
    const asks = (theCase: Case, at: string) => attend(theCase, { caseId: theCase.id, attempt: 8 }, ['plan agreed'], at)
    const first = asks(late, RECORDED)
    expect(first).toMatchObject({ verdict: 'waiting' })
    const until = first.verdict === 'waiting' ? first.until : ''
    const chased = asks(late, until)
    expect(chased).toMatchObject({ verdict: 'act', events: [{ type: 'RepresentationChased', data: { id: 1 } }] })
    const after = following(late, chased.verdict === 'act' ? chased.events : [], until)
    expect(asks(after, until)).toMatchObject({ verdict: 'waiting' })
    // The chair is away: from then on any member can answer it with the same quorum, and the record says in whose place.
    const other = { ...answer('stands'), chair: 'ben' }
    expect(refusedWith(() => doing(late, other, until))).toBe('NotAllowed')
    expect(doing(after, other, until)).toMatchObject([{ data: { decision: 'stands', insteadOf: CHAIR } }])
    expect(refusedWith(() => doing(after, { ...other, present: ['ben', CHAIR] }, until))).toBe('Invalid')
    expect(capacitiesOf({ id: 'ben', roles: [] } as never, after)).toContain('chair')
    expect(refusedWith(() => doing(done(after, other, until), { ...other, id: 1 }, until))).toBe('NotAllowed')
    expect(asks(done(after, answer('stands'), until), '2026-02-20T00:00:00.000Z')).toMatchObject({ verdict: 'waiting' })
  })

  test('that is recorded when the case has ended, and nothing chases any more, any member can answer in the chair’s place', () => {
    const theCase = recorded(ended)
    const other = { ...answer('should not stand', theCase), chair: 'ben' }
    expect(doing(theCase, other)).toMatchObject([{ data: { decision: 'should not stand', insteadOf: CHAIR } }])
  })

  test('has whoever would answer it looked at again, even when the case has ended, and until it is answered', () => {
    const theCase = recorded(ended)
    const looked = (one: Case) => recheckCase(one, { ...matter(one), register: 'later' }, 'register')
    expect(types(looked(theCase))).toContain('ConflictsChecked')
    expect(types(looked(ended))).toEqual([])
    const other = { ...answer('stands', theCase), chair: 'ben' }
    expect(types(looked(done(theCase, other, RECORDED)))).toEqual([])
  })

  test('is answered by the panel, which says whether the award should have been made, and cannot vote again', () => {
    const theCase = recorded(followed)
    const refused = refusal(() => doing(theCase, answer('reopened')))
    expect([refused.code, refused.faults?.map(({ path }) => path)]).toEqual(['Invalid', [['decision']]])
    expect(types(doing(theCase, answer('should not stand')))).toEqual(['RepresentationAnswered'])
    expect(refusedWith(() => doing(standing, answer('stands'), AWARDED))).toBe('NotFound')
    const once = done(theCase, answer('stands'), RECORDED)
    expect(refusedWith(() => doing(once, answer('stands')))).toBe('AlreadyDone')
    expect(once.decision?.status).toBe('awarded')
  })

  test('holds a contract that is not signed for the five working days of the law, once it is answered', () => {
    const theCase = recorded(followed)
    expect(unsignedUntil(theCase)).toBeUndefined()
    expect(unsignedUntil(done(theCase, answer('stands'), RECORDED))).toBe('2026-01-27T00:00:00.000Z')
    expect(viewLetter(theCase, 'meadow')).toMatchObject({
      awardedAt: AWARDED,
      late: [{ id: 1, receivedAt: '2026-01-16T23:59:59.000Z' }],
    })
    expect(JSON.stringify(viewLetter(theCase, 'meadow'))).not.toContain('Quay')
  })

  test('is on the public record at once, without who made it or what it says', () => {
    const theCase = recorded(followed)
    expect(paperOf(theCase)).toContain('the award should have waited for it')
    expect(paperOf(theCase)).toContain('The panel is considering it')
    expect(paperOf(theCase)).not.toMatch(/Quay|told too late/)
    expect(paperOf(done(theCase, answer('should not stand'), RECORDED))).toContain(
      'The panel found afterwards that the contract should not have been awarded',
    )
  })
})
