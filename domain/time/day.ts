import * as PlainDate from 'temporal-polyfill/fns/PlainDate'

/** A day of the calendar, `2026-01-31`: sorts as text. */
export type Day = string

/** @throws RangeError for a day that is in no calendar */
export function dateOf(day: Day): PlainDate.Record {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number)
  return PlainDate.create(year, month, date)
}

const DAY = 86_400_000

// Adds days in UTC, where all are equally long: this is asked hundreds of times, and needs no library.
export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length)

export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => new Date(day).getUTCDay() || 7

/** The same day of another month, or its last where that has no such day; a negative number for an earlier one. */
export const monthsAfter = (day: Day, months: number): Day =>
  PlainDate.toString(PlainDate.addMonths(dateOf(day), months))

/** `Tuesday 20 January 2026`. */
export const dayTold = (day: Day): string => wholeDay(day).replace(',', '')

/** `January 2026`. */
export const monthTold = (day: Day): string => month(day)

const wholeDay = telling({ weekday: 'long', day: 'numeric' })
const month = telling({})

/** A format is made when it is first asked for, and kept: to make one takes two hundred times as long as to use it. */
function telling(also: Intl.DateTimeFormatOptions): (day: Day) => string {
  let format: Intl.DateTimeFormat | undefined
  return (day) => {
    format ??= new Intl.DateTimeFormat('en-GB', { ...also, month: 'long', year: 'numeric', timeZone: 'UTC' })
    return format.format(Date.parse(day))
  }
}
