import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { flagsDue } from '../../../domain/conflict/chase.ts'
import type { Check, ConflictEvent } from '../../../domain/conflict/conflict.ts'
import { calendarDays } from '../../../domain/time/deadline.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { openWait } from '../../../domain/wait/decide.ts'
import { caseIn, START } from '../case-in.ts'
import { following } from '../story.ts'

const specifying = caseIn('specification')
const theCase = following(specifying, [openWait(specifying, 'specification', START, calendarDays(60))], START)
const checked = (result: Check['result']): ConflictEvent => ({
  type: 'ConflictsChecked',
  data: {
    occasion: 'register',
    register: '1-a',
    results: { ann: { result, findings: result === 'flagged' ? [{ rule: 'flag-gift', evidence: 'A dinner.' }] : [] } },
  },
})
const flagged = following(theCase, [checked('flagged')], START)
const attendance = (before: Case, at: string) =>
  attend(before, { caseId: before.id, attempt: before.life.attempt }, ['specification'], at)
const until = (before: Case, at: string): string => {
  const attended = attendance(before, at)
  return attended.verdict === 'waiting' ? attended.until : attended.verdict
}
const acted = (before: Case, at: string): Case => {
  const attended = attendance(before, at)
  return following(before, attended.verdict === 'act' ? attended.events : [], at)
}

describe('a flag that comes up in the midst of a stage does not wait unseen (requirements §1, §4)', () => {
  test('it has a deadline, which a later check does not move', () => {
    const due = flagsDue(flagged)
    expect(due?.since).toBe(START)
    expect(due?.dueAt).toSatisfy((dueAt: string) => dueAt > START)
    expect(flagsDue(theCase)).toBeUndefined()
    expect(flagsDue(following(flagged, [checked('flagged')], due?.dueAt ?? ''))).toEqual(due)
  })

  test('the workflow wakes to remind of it, escalates it at its deadline, and chases it', () => {
    const { dueAt = '' } = flagsDue(flagged) ?? {}
    const remindAt = until(flagged, START)
    expect(remindAt < dueAt).toBe(true)
    expect(attendance(flagged, remindAt)).toMatchObject({
      events: [{ type: 'FlagsChased', data: { people: ['ann'], overdue: false, chaseAt: dueAt } }],
    })
    const reminded = acted(flagged, remindAt)
    expect(until(reminded, remindAt)).toBe(dueAt)
    expect(flagsDue(reminded)?.escalatedAt).toBeUndefined()
    const escalated = acted(reminded, dueAt)
    expect(flagsDue(escalated)?.escalatedAt).toBe(dueAt)
    const chaseAt = until(escalated, dueAt)
    expect(chaseAt > dueAt).toBe(true)
    expect(flagsDue(acted(escalated, chaseAt))?.escalatedAt).toBe(dueAt)
  })

  test('ruled on, or gone, it wakes nobody any more', () => {
    const ruled = following(
      flagged,
      [{ type: 'InterestCleared', data: { person: 'ann', reasons: 'Paid for it.' } }],
      START,
    )
    for (const settled of [ruled, following(flagged, [checked('clear')], START)]) {
      expect(flagsDue(settled)).toBeUndefined()
      expect(settled.conflicts).not.toHaveProperty('waiting')
      expect(until(settled, START)).toBe(until(theCase, START))
    }
  })
})
