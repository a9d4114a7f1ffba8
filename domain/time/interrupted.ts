import { daysBetween } from './day.ts'
import { addWorkingDays, isWorkingDay } from './deadline.ts'
import {
  addMilliseconds,
  endOf,
  type Instant,
  londonDate,
  millisecondsBetween,
  sameTimeAfter,
  startOf,
} from './instant.ts'

const DAY = 24 * 3600 * 1000

/**
 * By how many days a deadline moves that was still ahead when an interruption began: by as many as it lasted in London (none, for one
 * within a day), and by one more where people would be left less time than they had, and less than a day.
 */
export function daysToGiveBack(dueAt: Instant, from: Instant, until: Instant): number {
  const passed = daysBetween(londonDate(from), londonDate(until))
  const owed = Math.min(millisecondsBetween(from, dueAt), DAY)
  return passed + (millisecondsBetween(until, daysLater(dueAt, passed)) < owed ? 1 : 0)
}

/** The same time of day in London; the end of a day off becomes the end of the next working day. */
export function daysLater(time: Instant, days: number): Instant {
  const later = sameTimeAfter(time, days)
  const date = londonDate(addMilliseconds(later, -1))
  const endsADay = later === startOf(londonDate(later))
  return endsADay && !isWorkingDay(date) ? endOf(addWorkingDays(date, 1)) : later
}
