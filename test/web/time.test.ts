import { describe, expect, test } from 'vitest'
import { at, dueOn, endOfDay, length, on, when } from '../../web/time.ts'

describe('an instant is told in London, as people in England write it', () => {
  test.each([
    ['2026-01-20T09:30:00.000Z', 'Tue 20 January 2026, 9:30am'],
    ['2026-07-01T12:05:00.000Z', 'Wed 1 July 2026, 1:05pm'],
    ['2026-01-21T00:00:00.000Z', 'the end of Tue 20 January 2026'],
    ['2026-06-30T23:00:00.000Z', 'the end of Tue 30 June 2026'],
  ])('%s is %s', (instant, told) => expect(at(instant)).toBe(told))

  test.each([
    ['2026-01-20T14:00:00.000Z', 'Tue 20 January 2026, 2pm'],
    ['2026-01-20T00:30:00.000Z', 'Tue 20 January 2026, 12:30am'],
    ['2026-01-21T00:00:00.000Z', 'Wed 21 January 2026, just after midnight'],
    ['2026-06-30T11:00:00.000Z', 'Tue 30 June 2026, midday'],
  ])('%s happened %s', (instant, told) => expect(when(instant)).toBe(told))

  test.each([
    ['2026-01-21T00:00:00.000Z', 'Tue 20 January 2026'],
    ['2026-01-20T09:30:00.000Z', 'Tue 20 January 2026, 9:30am'],
  ])('%s is due %s, in a list', (instant, told) => expect(dueOn(instant)).toBe(told))

  test('without its time', () => expect(on('2026-06-30T23:30:00.000Z')).toBe('Wed 1 July 2026'))
})

describe('a length is told in its largest unit', () => {
  test.each([
    ['2026-01-01T00:00:00.000Z', '2026-01-04T01:00:00.000Z', '3 days'],
    ['2026-01-02T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '1 day'],
    ['2026-01-01T00:00:00.000Z', '2026-01-01T05:59:00.000Z', '5 hours'],
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:59.000Z', 'less than a minute'],
  ])('%s to %s is %s', (from, to, told) => expect(length(from, to)).toBe(told))
})

describe('the end of a day in London', () => {
  test.each([
    [2027, 1, 31, '2027-02-01T00:00:00.000Z'],
    [2026, 6, 30, '2026-06-30T23:00:00.000Z'],
    // The clocks go forward in the night before Sunday 29 March 2026, and back before Sunday 25 October.
    [2026, 3, 28, '2026-03-29T00:00:00.000Z'],
    [2026, 3, 29, '2026-03-29T23:00:00.000Z'],
    [2026, 10, 24, '2026-10-24T23:00:00.000Z'],
    [2026, 10, 25, '2026-10-26T00:00:00.000Z'],
    [2028, 2, 29, '2028-03-01T00:00:00.000Z'],
  ])('%i-%i-%i is %s', (year, month, day, instant) => expect(endOfDay(year, month, day)).toBe(instant))

  test.each([
    [2026, 2, 29],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 4, 31],
    [Number.NaN, 1, 1],
  ])('%i-%i-%i is no day', (year, month, day) => expect(endOfDay(year, month, day)).toBeUndefined())
})
