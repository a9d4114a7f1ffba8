import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { type ChallengeCommand, decideChallenge } from '../../../domain/challenge/decide.ts'
import { calendarDays } from '../../../domain/time/deadline.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { openWait } from '../../../domain/wait/decide.ts'
import { caseIn, on, START } from '../case-in.ts'
import { following, given, refusedWith, submitted, types } from '../story.ts'

const specifying = caseIn('specification')
const theCase = following(specifying, [openWait(specifying, 'specification', START, calendarDays(60))], START)
const doing = (before: Case, command: ChallengeCommand, at = START) => decideChallenge(before, command, on(at))
const make = (practiceId = 'elm'): ChallengeCommand => ({
  type: 'MakeChallenge',
  practiceId,
  text: 'We were not asked.',
})
const answer = (as: 'programme-manager' | 'approver' = 'programme-manager', id = 1): ChallengeCommand => ({
  ...{ type: 'AnswerChallenge', id, finding: 'upheld', reasons: 'You should have been.', person: 'pm', as },
})
const made = following(theCase, doing(theCase, make()), START)
const DUE = '2026-01-20T00:00:00.000Z'
const attendance = (before: Case, at: string) =>
  attend(before, { caseId: before.id, attempt: before.life.attempt }, ['specification'], at)

describe('a practice challenges how a case is run (requirements §2)', () => {
  test('it is due in 10 working days, and the workflow wakes for it before its own wait', () => {
    expect(made.challenges).toMatchObject([{ id: 1, practiceId: 'elm', dueAt: DUE }])
    expect(attendance(theCase, START)).not.toEqual({ verdict: 'waiting', until: DUE })
    expect(attendance(made, START)).toEqual({ verdict: 'waiting', until: DUE })
  })

  test('it is answered once, with reasons; then nothing more waits for it', () => {
    const answered = following(made, doing(made, answer()), START)
    expect(answered.challenges).toMatchObject([{ answer: { finding: 'upheld', by: 'pm' } }])
    expect(refusedWith(() => doing(answered, answer()))).toBe('AlreadyDone')
    expect(refusedWith(() => doing(made, answer('programme-manager', 2)))).toBe('NotFound')
    expect(attendance(answered, START)).toEqual(attendance(theCase, START))
  })

  test('unanswered it is escalated, to the approver too, and chased until it is answered', () => {
    expect(refusedWith(() => doing(made, answer('approver')))).toBe('TooEarly')
    const acting = attendance(made, DUE)
    expect(acting).toMatchObject({ verdict: 'act', events: [{ type: 'ChallengeEscalated', data: { id: 1 } }] })
    const escalated = following(made, acting.verdict === 'act' ? acting.events : [], DUE)
    const chase = escalated.challenges?.[0]?.chaseAt ?? ''
    expect(attendance(escalated, DUE)).toEqual({ verdict: 'waiting', until: chase })
    const again = attendance(escalated, chase)
    expect(types(again.verdict === 'act' ? again.events : [])).toEqual(['ChallengeEscalated'])
    expect(types(doing(escalated, answer('approver')))).toEqual(['ChallengeAnswered'])
  })

  test('a practice has at most three open at once; a proposal not accepted, and a case that ended, cannot be challenged', () => {
    const three = [1, 2].reduce((before) => following(before, doing(before, make()), START), made)
    expect(refusedWith(() => doing(three, make()))).toBe('AlreadyDone')
    expect(types(doing(three, make('oak')))).toEqual(['ChallengeMade'])
    expect(refusedWith(() => doing(given(...submitted), make()))).toBe('WrongStage')
    const ended = following(made, [{ type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'No.' } }], START)
    expect(refusedWith(() => doing(ended, make()))).toBe('CaseEnded')
    expect(types(doing(ended, answer()))).toEqual(['ChallengeAnswered'])
  })
})
