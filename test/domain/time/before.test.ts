import { describe, expect, test } from 'vitest'
import { defaultRuleBook } from '../../../domain/rule-book/rule-book.ts'
import { dueBefore } from '../../../domain/time/before.ts'
import type { Period } from '../../../domain/time/deadline.ts'
import { remindBefore } from '../../../domain/wait/decide.ts'

describe('so long before a deadline', () => {
  const days = (count: number, unit: Period['unit']): Period => ({ count, unit })
  test.each([
    [
      'the end of Monday 15 June 2026',
      '2026-06-15T23:00:00.000Z',
      days(3, 'calendar days'),
      '2026-06-12T23:00:00.000Z',
    ],
    [
      'the end of Wednesday 17 June 2026',
      '2026-06-17T23:00:00.000Z',
      days(2, 'working days'),
      '2026-06-15T23:00:00.000Z',
    ],
    ['over a weekend', '2026-06-15T23:00:00.000Z', days(2, 'working days'), '2026-06-11T23:00:00.000Z'],
    ['over Easter', '2026-04-07T23:00:00.000Z', days(2, 'working days'), '2026-04-01T23:00:00.000Z'],
    ['over the hour that is skipped', '2026-03-30T09:00:00.000Z', days(3, 'calendar days'), '2026-03-27T10:00:00.000Z'],
    ['in hours', '2026-03-29T09:00:00.000Z', days(24, 'hours'), '2026-03-28T09:00:00.000Z'],
  ])('%s', (_, deadline, period, expected) => {
    expect(dueBefore(deadline, period)).toBe(expected)
    const ruled = { ruleBook: { ...defaultRuleBook(), remindBefore: period } }
    expect(remindBefore(ruled, '2026-01-05T09:00:00.000Z', deadline)).toBe(expected)
    expect(remindBefore(ruled, expected, deadline)).toBeUndefined()
  })
})
