import { describe, expect, test } from 'vitest'
import { calendarDays, dueAfter, happened, hours, inWords, told, workingDays } from '../../../domain/time/deadline.ts'

/** R0: days are calendar or working days; working days follow the bank holidays, in Europe/London time. */
describe('a deadline', () => {
  test.each([
    ['the day it starts on does not count', '2026-01-05T09:00:00.000Z', calendarDays(14), '2026-01-20T00:00:00.000Z'],
    ['it starts late in the evening', '2026-01-05T23:59:59.999Z', calendarDays(1), '2026-01-07T00:00:00.000Z'],
    ['London is ahead of UTC in summer', '2026-06-30T23:30:00.000Z', calendarDays(1), '2026-07-02T23:00:00.000Z'],
    ['the clocks go forward in between', '2026-03-27T12:00:00.000Z', calendarDays(3), '2026-03-30T23:00:00.000Z'],
    ['the clocks go back in between', '2026-10-23T12:00:00.000Z', calendarDays(3), '2026-10-27T00:00:00.000Z'],
    ['a weekend', '2026-01-09T09:00:00.000Z', workingDays(1), '2026-01-13T00:00:00.000Z'],
    ['Good Friday and Easter Monday', '2026-04-02T09:00:00.000Z', workingDays(1), '2026-04-07T23:00:00.000Z'],
    ['Boxing Day moved to Monday', '2026-12-24T09:00:00.000Z', workingDays(1), '2026-12-30T00:00:00.000Z'],
    ['hours are hours', '2026-03-28T12:00:00.000Z', hours(24), '2026-03-29T12:00:00.000Z'],
    ['no days: the end of today', '2026-01-05T09:00:00.000Z', workingDays(0), '2026-01-06T00:00:00.000Z'],
  ])('%s', (_, from, period, due) => {
    expect(dueAfter(from, period)).toBe(due)
  })

  test('cannot be reckoned beyond the table of bank holidays', () => {
    expect(() => dueAfter('2045-12-28T09:00:00.000Z', workingDays(10))).toThrow('Update the table')
  })

  test('is told in words, midnight as the end of the day before', () => {
    expect(told('2026-01-20T00:00:00.000Z')).toBe('the end of Monday 19 January 2026')
    expect(happened('2026-01-20T00:00:00.000Z')).toBe('midnight at the start of Tuesday 20 January 2026')
    expect(told('2026-07-01T08:05:00.000Z')).toBe('9:05am on Wednesday 1 July 2026')
    expect(told('2026-07-01T11:00:00.000Z')).toBe('midday on Wednesday 1 July 2026')
    expect(told('2026-07-01T13:00:00.000Z')).toBe('2pm on Wednesday 1 July 2026')
    expect([inWords(workingDays(1)), inWords(calendarDays(14))]).toEqual(['1 working day', '14 calendar days'])
  })
})
