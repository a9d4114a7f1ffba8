import { daysAfter, daysBetween } from './day.ts'
import { isWorkingDay, type Period } from './deadline.ts'
import { addMilliseconds, type Instant, londonDate, sameTimeAfter } from './instant.ts'

/**
 * The instant that lies `period` before a deadline, at the same time of day in London. A deadline at midnight belongs to
 * the day that it ends.
 */
export function dueBefore(deadline: Instant, { count, unit }: Period): Instant {
  if (unit === 'hours') return addMilliseconds(deadline, -count * 3_600_000)
  if (unit === 'calendar days') return sameTimeAfter(deadline, -count)
  const last = londonDate(addMilliseconds(deadline, -1))
  let day = last
  for (let left = count; left > 0; ) {
    day = daysAfter(day, -1)
    if (isWorkingDay(day)) left -= 1
  }
  return sameTimeAfter(deadline, daysBetween(last, day))
}
