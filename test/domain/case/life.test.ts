import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { decideWait, type WaitCommand } from '../../../domain/wait/decide.ts'
import { accepted, following, given, manager, monday, refusal, refusedWith, submitted, types } from '../story.ts'

const at = (time: string) => ({ by: manager, at: time })
const now = at(monday)
const reason = 'The proposer asked for it.'
const remind: WaitCommand = { type: 'Remind', who: [{ kind: 'programme-manager' }], reason }

describe('the life of a case (requirements §2)', () => {
  test('a stage is entered once, however often the step runs, and as an attempt of its own', () => {
    const before = given(...submitted)
    const enter = { type: 'EnterStage', stage: 'nomination', from: { stage: 'submission', attempt: 1 } } as const
    const after = following(before, decideLife(before, enter, now), monday)
    expect(after.life).toMatchObject({ stage: 'nomination', attempt: 2 })
    expect(after.life.wait).toBeUndefined()
    expect(decideLife(after, enter, now)).toEqual([])
  })

  test('a pause stops the clock of the stage: what was left of the time is left after it', () => {
    const paused = following(
      given(...submitted),
      decideLife(given(...submitted), { type: 'Pause', reason }, now),
      monday,
    )
    expect(attend(paused, { caseId: paused.id, attempt: 1 }, ['triage'], '2027-01-01T00:00:00.000Z').verdict).toBe(
      'left',
    )
    const later = '2026-01-19T09:00:00.000Z'
    const resumed = following(paused, decideLife(paused, { type: 'Resume', reason }, at(later)), later)
    expect(resumed.life).toMatchObject({
      status: 'open',
      attempt: 2,
      wait: { remindAt: '2026-02-03T00:00:00.000Z', dueAt: '2026-02-10T00:00:00.000Z' },
    })
  })

  test('a pause within a day moves nothing, and what the law has fixed is never moved', () => {
    const times = (resumedAt: string, ...events: Parameters<typeof given>) => {
      const open = given(...submitted, ...events)
      const paused = following(open, decideLife(open, { type: 'Pause', reason }, now), monday)
      const { wait } = following(paused, decideLife(paused, { type: 'Resume', reason }, at(resumedAt)), resumedAt).life
      return [wait?.remindAt, wait?.dueAt]
    }
    const sameDay = '2026-01-05T23:59:00.000Z'
    expect(times(sameDay)).toEqual(['2026-01-20T00:00:00.000Z', '2026-01-27T00:00:00.000Z'])
    const standstill = { name: 'standstill' as const, dueAt: '2026-01-16T00:00:00.000Z' }
    expect(times('2026-03-05T09:00:00.000Z', { type: 'WaitOpened', data: standstill })).toEqual([
      undefined,
      standstill.dueAt,
    ])
    const draw = { name: 'draw' as const, dueAt: '2026-01-06T09:00:00.000Z' }
    expect(times('2026-03-05T09:00:00.000Z', { type: 'WaitOpened', data: draw })).toEqual([undefined, draw.dueAt])
  })

  test('nobody has less time after a pause than they had, where that is less than a day', () => {
    const due = (dueAt: string, pausedAt: string, resumedAt: string) => {
      const open = given(...submitted, { type: 'WaitOpened', data: { name: 'tenders' as const, dueAt } })
      const paused = following(open, decideLife(open, { type: 'Pause', reason }, at(pausedAt)), pausedAt)
      return following(paused, decideLife(paused, { type: 'Resume', reason }, at(resumedAt)), resumedAt).life.wait
        ?.dueAt
    }
    // Over the deadline itself, within its day; and until just before it.
    const five = '2026-01-06T17:00:00.000Z'
    expect(due(five, '2026-01-06T08:00:00.000Z', '2026-01-06T18:00:00.000Z')).toBe('2026-01-07T17:00:00.000Z')
    const midnight = '2026-01-07T00:00:00.000Z'
    expect(due(midnight, '2026-01-06T08:00:00.000Z', '2026-01-06T23:55:00.000Z')).toBe('2026-01-08T00:00:00.000Z')
    // From a morning to an evening, days later: a day is left.
    expect(due(five, '2026-01-05T08:00:00.000Z', '2026-01-07T18:00:00.000Z')).toBe('2026-01-09T17:00:00.000Z')
    // Where more than a day is left, a pause of hours moves nothing; what had passed before it, neither.
    expect(due('2026-01-09T00:00:00.000Z', '2026-01-06T08:00:00.000Z', '2026-01-06T18:00:00.000Z')).toBe(
      '2026-01-09T00:00:00.000Z',
    )
    expect(due(five, '2026-01-06T18:00:00.000Z', '2026-01-06T19:00:00.000Z')).toBe(five)
    // The day more ends on no day off.
    expect(due('2026-01-10T00:00:00.000Z', '2026-01-09T08:00:00.000Z', '2026-01-09T22:00:00.000Z')).toBe(
      '2026-01-13T00:00:00.000Z',
    )
  })

  test('what is counted in hours moves by exactly what the pause took, and keeps what was left of it', () => {
    const left = (pausedAt: string, resumedAt: string) => {
      const wait = {
        name: 'missing document' as const,
        remindAt: '2026-01-05T21:00:00.000Z',
        dueAt: '2026-01-06T09:00:00.000Z',
      }
      const open = given(...submitted, { type: 'WaitOpened', data: wait })
      const paused = following(open, decideLife(open, { type: 'Pause', reason }, at(pausedAt)), pausedAt)
      const { life } = following(paused, decideLife(paused, { type: 'Resume', reason }, at(resumedAt)), resumedAt)
      return [life.wait?.remindAt, life.wait?.dueAt]
    }
    // Within one day, across midnight, and over days.
    expect(left('2026-01-05T09:30:00.000Z', '2026-01-05T18:00:00.000Z')).toEqual([
      '2026-01-06T05:30:00.000Z',
      '2026-01-06T17:30:00.000Z',
    ])
    expect(left('2026-01-05T23:59:00.000Z', '2026-01-06T00:01:00.000Z')[1]).toBe('2026-01-06T09:02:00.000Z')
    expect(left('2026-01-05T10:00:00.000Z', '2026-01-08T10:00:00.250Z')[1]).toBe('2026-01-09T09:00:00.250Z')
  })

  test('a deadline that would end on a day off ends with the next working day, over a change of the clocks too', () => {
    const open = given(...submitted)
    const paused = following(open, decideLife(open, { type: 'Pause', reason }, now), monday)
    // 26 January and 64 days is Tuesday 31 March, in summer time; and 67 days is Good Friday.
    const dueAt = (resumedAt: string) =>
      following(paused, decideLife(paused, { type: 'Resume', reason }, at(resumedAt)), resumedAt).life.wait?.dueAt
    expect(dueAt('2026-03-10T09:00:00.000Z')).toBe('2026-03-31T23:00:00.000Z')
    expect(dueAt('2026-03-13T09:00:00.000Z')).toBe('2026-04-07T23:00:00.000Z')
  })

  test('nothing is done to a paused or an ended case, and each says why', () => {
    const open = given(...submitted)
    const paused = following(open, decideLife(open, { type: 'Pause', reason }, now), monday)
    const ended = following(open, decideLife(open, { type: 'Withdraw', reason }, now), monday)
    expect(refusedWith(() => decideLife(paused, { type: 'Pause', reason }, now))).toBe('CasePaused')
    expect(refusedWith(() => decideLife(ended, { type: 'Pause', reason }, now))).toBe('CaseEnded')
    expect(refusedWith(() => decideLife(ended, { type: 'Withdraw', reason }, now))).toBe('CaseEnded')
    expect(refusedWith(() => decideLife(open, { type: 'Resume', reason }, now))).toBe('AlreadyDone')
    expect(types(decideLife(paused, { type: 'Withdraw', reason }, now))).toEqual(['CaseEnded'])
  })

  test('a stage is sent back only where the table says so', () => {
    const forming = given(...accepted, { type: 'StageEntered', data: { stage: 'panel-formation', attempt: 3 } })
    expect(
      following(forming, decideLife(forming, { type: 'SendBack', to: 'nomination', reason }, now), monday).life,
    ).toMatchObject({
      stage: 'nomination',
      attempt: 4,
    })
    expect(refusal(() => decideLife(forming, { type: 'SendBack', to: 'tender', reason }, now)).message).toContain(
      '“nomination”',
    )
    expect(
      refusedWith(() => decideLife(given(...submitted), { type: 'SendBack', to: 'nomination', reason }, now)),
    ).toBe('WrongStage')
  })
})

describe('a wait (design §2)', () => {
  const execution = { caseId: 'c000000000001', attempt: 1 }
  const whenDue = (theCase = given(...submitted), time = monday) =>
    attend(theCase, execution, ['triage', 'correction'], time)

  const later = (hours: number) => addMilliseconds(monday, hours * 3_600_000)

  test('reminds, escalates, and then chases, each at its time and once', () => {
    let theCase = given(...submitted)
    const heard: string[] = []
    let time = monday
    for (let turn = 0; turn < 8; turn += 1) {
      const attendance = whenDue(theCase, time)
      if (attendance.verdict === 'waiting') time = attendance.until
      if (attendance.verdict === 'act') {
        heard.push(...attendance.events.map(({ type }) => `${time.slice(0, 10)} ${type}`))
        theCase = following(theCase, attendance.events, time, { step: 'attend-to-the-triage' })
      }
    }
    expect(heard).toEqual(['2026-01-20 Reminded', '2026-01-27 Escalated', '2026-02-04 Reminded', '2026-02-12 Reminded'])
  })

  test('is left to another execution when the record has moved on', () => {
    expect(attend(given(...submitted), { ...execution, attempt: 2 }, ['triage'], monday).verdict).toBe('left')
    expect(attend(given(...accepted), execution, ['triage'], monday).verdict).toBe('left')
  })

  test('can be extended, to a later time only, and is no longer escalated then', () => {
    const dueAt = '2026-03-01T00:00:00.000Z'
    const theCase = given(...submitted, {
      type: 'Escalated',
      data: { wait: 'triage', because: 'late', chaseAt: '2026-02-04T00:00:00.000Z' },
      at: '2026-01-27T00:00:00.000Z',
    })
    const extended = following(theCase, decideWait(theCase, { type: 'ExtendDeadline', dueAt, reason }, now), monday)
    expect(extended.life.wait).toMatchObject({ dueAt, extensions: 1 })
    expect(extended.life.wait?.escalatedAt).toBeUndefined()
    const earlier = { type: 'ExtendDeadline', dueAt: '2026-01-10T00:00:00.000Z', reason } as const
    expect(refusal(() => decideWait(theCase, earlier, now)).faults[0]?.path).toEqual(['dueAt'])
  })

  test('is extended by no more than two years, and a slip is corrected within a day, to no less than there was and a day more', () => {
    const extend = (theCase: Case, dueAt: string, at = monday) =>
      decideWait(theCase, { type: 'ExtendDeadline', dueAt, reason }, { ...now, at })
    const fault = (theCase: Case, dueAt: string, at = monday) =>
      refusal(() => extend(theCase, dueAt, at)).faults[0]?.message
    const theCase = given(...submitted)
    const before = theCase.life.wait?.dueAt ?? ''
    expect(fault(theCase, '2062-02-01T00:00:00.000Z')).toContain('within the next two years')
    const slip = following(theCase, extend(theCase, '2027-02-03T00:00:00.000Z'), monday)
    expect(fault(slip, addMilliseconds(before, -1))).toContain('from the end of Monday 26 January 2026')
    const right = following(slip, extend(slip, '2026-02-03T00:00:00.000Z', later(1)), later(1))
    expect(right.life.wait).toMatchObject({ dueAt: '2026-02-03T00:00:00.000Z', extensions: 1 })
    expect(right.life.wait?.extended).toEqual({ at: monday, from: before })
    expect(extend(right, before, later(23))).toHaveLength(1)
    expect(fault(right, before, later(24))).toContain('after the end of Monday 2 February 2026')
    // Whoever relied on it has a day, however little was left.
    const lastly = following(
      theCase,
      extend(theCase, '2027-02-03T00:00:00.000Z', '2026-01-26T23:00:00.000Z'),
      '2026-01-26T23:00:00.000Z',
    )
    expect(fault(lastly, '2026-01-27T12:00:00.000Z', '2026-01-27T10:00:00.000Z')).toContain('from 10am on Wednesday 28')
  })

  test('a reminder by hand leaves the planned one in place', () => {
    const theCase = given(...submitted)
    const reminded = following(theCase, decideWait(theCase, remind, now), monday)
    expect(reminded.life.wait).toMatchObject({ remindAt: '2026-01-20T00:00:00.000Z', remindedAt: monday })
    expect(refusedWith(() => decideWait(theCase, { ...remind, who: [] }, now))).toBe('AlreadyDone')
  })

  test('a reminder by hand is sent once a day, and says until when; a longer deadline does not forget it', () => {
    const theCase = given(...submitted)
    const reminded = following(theCase, decideWait(theCase, remind, now), monday)
    const extend = { type: 'ExtendDeadline', dueAt: '2026-03-01T00:00:00.000Z', reason } as const
    const extended = following(reminded, decideWait(reminded, extend, now), monday)
    const then = (hours: number) => ({ ...now, at: later(hours) })
    for (const one of [reminded, extended]) {
      expect(refusal(() => decideWait(one, remind, then(23)))).toMatchObject({
        code: 'TooEarly',
        message: expect.stringContaining('You can send another reminder from'),
      })
      expect(decideWait(one, remind, then(24))).toHaveLength(1)
    }
  })
})
