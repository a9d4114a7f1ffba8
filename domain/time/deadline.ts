import { Refusal } from '../refusal.ts'
import * as z from '../zod.ts'
import { bankHolidays, LAST_YEAR } from './bank-holidays.gen.ts'
import { type Day, daysAfter, dayTold, weekdayOf } from './day.ts'
import { addMilliseconds, endOf, type Instant, inLondon, londonDate } from './instant.ts'

/** A length of time as the rule book states it (R0): days say which kind they are. */
export const periodSchema = z.object({
  count: z.int().min(0).max(1000),
  unit: z.enum(['calendar days', 'working days', 'hours']),
})
export type Period = z.infer<typeof periodSchema>

export const calendarDays = (count: number): Period => ({ count, unit: 'calendar days' })
export const workingDays = (count: number): Period => ({ count, unit: 'working days' })
export const hours = (count: number): Period => ({ count, unit: 'hours' })

const holidays = new Set<string>(bankHolidays)

/** Nothing can be reckoned in working days beyond the table of bank holidays. */
export class HolidaysUnknown extends Refusal {
  constructor(day: Day) {
    super('Invalid', `Bank holidays are known until ${LAST_YEAR}; ${day} is later. Update the table of bank holidays.`)
  }
}

/** Monday to Friday, less the bank holidays of England and Wales. @throws HolidaysUnknown */
export function isWorkingDay(day: Day): boolean {
  if (Number(day.slice(0, 4)) > LAST_YEAR) throw new HolidaysUnknown(day)
  return weekdayOf(day) <= 5 && !holidays.has(day)
}

/** The `count`th working day after a day (which itself does not count). */
export function addWorkingDays(from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = daysAfter(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/**
 * When a period that starts at `from` is over: the day it starts on does not count, and it ends at midnight at the end
 * of its last day in London. Hours are counted to the millisecond.
 */
export function dueAfter(from: Instant, period: Period): Instant {
  if (period.unit === 'hours') return addMilliseconds(from, period.count * 3_600_000)
  const start = londonDate(from)
  return endOf(period.unit === 'working days' ? addWorkingDays(start, period.count) : daysAfter(start, period.count))
}

/** In words: `14 calendar days`. */
export const inWords = (period: Period): string =>
  `${period.count} ${period.count === 1 ? period.unit.slice(0, -1) : period.unit}`

/** A deadline: `9:30am on Tuesday 20 January 2026`, in London. Midnight is told as the end of the day before. */
export function told(at: Instant): string {
  const { hour, minute, second } = inLondon(at)
  const midnight = hour === 0 && minute === 0 && second === 0
  return midnight ? `the end of ${dayTold(londonDate(addMilliseconds(at, -1_000)))}` : happened(at)
}

/** When something happened, in the same words; what a deadline brought at midnight happened on the day that began then. */
export const happened = (at: Instant): string => `${timeTold(inLondon(at))} ${dayTold(londonDate(at))}`

/** As the NHS writes times: `9am on`, `12:30pm on`, `midday on`; in the first minute of a day, `midnight at the start of`. */
function timeTold({ hour, minute }: { hour: number; minute: number }): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight at the start of' : 'midday on'
  const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${past}${hour < 12 ? 'am' : 'pm'} on`
}
