import { Temporal } from 'temporal-polyfill'
import { isWorkingDay, type Period } from './deadline.ts'
import { addMilliseconds, type Instant, londonDate, toInstant, ZONE } from './instant.ts'

/**
 * The instant that lies `period` before a deadline, at the same time of day in London. A deadline at midnight belongs to
 * the day that it ends.
 */
export function dueBefore(deadline: Instant, { count, unit }: Period): Instant {
  if (unit === 'hours') return addMilliseconds(deadline, -count * 3_600_000)
  const zoned = Temporal.Instant.from(deadline).toZonedDateTimeISO(ZONE)
  if (unit === 'calendar days') return toInstant(zoned.subtract({ days: count }))
  const last = londonDate(addMilliseconds(deadline, -1))
  let day = last
  for (let left = count; left > 0; ) {
    day = day.subtract({ days: 1 })
    if (isWorkingDay(day)) left -= 1
  }
  return toInstant(zoned.subtract({ days: day.until(last).days }))
}
