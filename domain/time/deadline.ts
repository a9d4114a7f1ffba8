import { Temporal } from 'temporal-polyfill'
import { Refusal } from '../refusal.ts'
import * as z from '../zod.ts'
import { bankHolidays, LAST_YEAR } from './bank-holidays.gen.ts'
import { addMilliseconds, endOf, type Instant, londonDate } from './instant.ts'

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

/** Monday to Friday, less the bank holidays of England and Wales. */
export function isWorkingDay(date: Temporal.PlainDate): boolean {
  if (date.year > LAST_YEAR)
    throw new Refusal(
      'Invalid',
      `Bank holidays are known until ${LAST_YEAR}; ${date} is later. Update the table of bank holidays.`,
    )
  return date.dayOfWeek <= 5 && !holidays.has(date.toString())
}

/** The `count`th working day after `date` (which itself does not count). */
export function addWorkingDays(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = date
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 })
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
  return endOf(period.unit === 'working days' ? addWorkingDays(start, period.count) : start.add({ days: period.count }))
}

/** In words: `14 calendar days`. */
export const inWords = (period: Period): string =>
  `${period.count} ${period.count === 1 ? period.unit.slice(0, -1) : period.unit}`

/** `Tuesday 20 January 2026`, in London. */
export const dayTold = (date: Temporal.PlainDate): string =>
  date.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '')

/** A date of the calendar, such as `2026-01-20`, in words: `Tuesday 20 January 2026`. */
export const dateTold = (iso: string): string => dayTold(Temporal.PlainDate.from(iso))

/** `9:30am on Tuesday 20 January 2026`, in London. Midnight is told as the end of the day before. */
export function told(at: Instant): string {
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London')
  const midnight = zoned.hour === 0 && zoned.minute === 0 && zoned.second === 0
  const day = dayTold((midnight ? zoned.subtract({ seconds: 1 }) : zoned).toPlainDate())
  return midnight ? `the end of ${day}` : `${timeTold(zoned)} on ${day}`
}

/** As the NHS writes times: `9am`, `12:30pm`, `midday`. */
function timeTold({ hour, minute }: Temporal.ZonedDateTime): string {
  if (hour === 12 && minute === 0) return 'midday'
  const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${past}${hour < 12 ? 'am' : 'pm'}`
}
