import { describe, expect, test } from 'vitest'
import {
  endAfterFurtherDecision,
  type StandstillRuleSet,
  standstillFrom,
  standstillLaw,
} from '../../../domain/decision/standstill.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'

const ruleSets = Object.keys(standstillLaw) as StandstillRuleSet[]

describe.each(ruleSets)('the standstill of %s (requirements §7)', (ruleSet) => {
  const worked = standstillLaw[ruleSet].flatMap((law) => law.worked)

  test.each(worked)('published on $publishedOn, the last day is $lastDay: $why', ({ publishedOn, lastDay }) => {
    const { ends } = standstillFrom(ruleSet, `${publishedOn}T12:00:00.000Z`)
    // The last instant within it is still the last day in London; the next is not.
    const within = addMilliseconds(ends, -1)
    const london = (at: string) => new Date(at).toLocaleDateString('en-CA', { timeZone: 'Europe/London' })
    expect(london(within)).toBe(lastDay)
    expect(london(ends)).not.toBe(lastDay)
  })
})

describe('what is the day of publication is a matter of London time', () => {
  test('one millisecond before midnight in summer is still the day before', () => {
    const before = standstillFrom('psr', '2026-06-01T22:59:59.999Z')
    const after = standstillFrom('psr', '2026-06-01T23:00:00.000Z')
    expect([before.publishedOn, before.begins, before.ends]).toEqual([
      '2026-06-01',
      '2026-06-02',
      '2026-06-12T23:00:00.000Z',
    ])
    expect([after.publishedOn, after.begins, after.ends]).toEqual([
      '2026-06-02',
      '2026-06-03',
      '2026-06-15T23:00:00.000Z',
    ])
  })

  test('in winter midnight in London is midnight in UTC', () => {
    expect(standstillFrom('pa2023', '2026-01-12T23:59:59.999Z').ends).toBe('2026-01-22T00:00:00.000Z')
    expect(standstillFrom('pa2023', '2026-01-13T00:00:00.000Z').ends).toBe('2026-01-23T00:00:00.000Z')
  })
})

describe('across a change of the clocks the end is midnight by the new time', () => {
  test('spring: begun in GMT on 24 March 2026, ended in BST after Easter', () => {
    expect(standstillFrom('psr', '2026-03-23T10:00:00.000Z').ends).toBe('2026-04-07T23:00:00.000Z')
  })

  test('autumn: begun in BST on 20 October 2026, ended in GMT', () => {
    expect(standstillFrom('psr', '2026-10-19T10:00:00.000Z').ends).toBe('2026-10-31T00:00:00.000Z')
  })
})

describe('a further decision (SI 2023/1348 reg. 12)', () => {
  const standstill = standstillFrom('psr', '2026-06-01T10:00:00.000Z')

  test('keeps it open until the end of the 5th working day after the day it was communicated', () => {
    expect(endAfterFurtherDecision('psr', standstill, '2026-06-18T09:00:00.000Z')).toBe('2026-06-25T23:00:00.000Z')
  })

  test('a millisecond before and at midnight are different days', () => {
    expect(endAfterFurtherDecision('psr', standstill, '2026-06-18T22:59:59.999Z')).toBe('2026-06-25T23:00:00.000Z')
    expect(endAfterFurtherDecision('psr', standstill, '2026-06-18T23:00:00.000Z')).toBe('2026-06-26T23:00:00.000Z')
  })

  test('across Christmas skips its bank holidays', () => {
    const winter = standstillFrom('psr', '2025-12-01T10:00:00.000Z')
    expect(endAfterFurtherDecision('psr', winter, '2025-12-22T10:00:00.000Z')).toBe('2026-01-01T00:00:00.000Z')
  })

  test('never shortens the standstill', () => {
    expect(endAfterFurtherDecision('psr', standstill, '2026-06-02T09:00:00.000Z')).toBe(standstill.ends)
  })

  test('adds nothing under the Procurement Act', () => {
    const other = standstillFrom('pa2023', '2026-06-01T10:00:00.000Z')
    expect(endAfterFurtherDecision('pa2023', other, '2026-06-18T09:00:00.000Z')).toBe(other.ends)
  })
})

test('a rule set that was not yet law is refused with its citation', () => {
  expect(() => standstillFrom('pa2023', '2025-02-23T12:00:00.000Z')).toThrow('Procurement Act 2023, s. 51')
  expect(standstillFrom('pa2023', '2025-02-24T12:00:00.000Z').begins).toBe('2025-02-24')
})
