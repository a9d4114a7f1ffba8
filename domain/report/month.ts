import { Temporal } from 'temporal-polyfill'
import { type Instant, londonDate, toInstant, ZONE } from '../time/instant.ts'

const firstOf = (month: string): Temporal.PlainDate => Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })

/** The month in London that an instant is in, as `2026-11`. */
export const monthOf = (at: Instant): string => londonDate(at).toPlainYearMonth().toString()

/** The first instant of a month, and the first that is over it, in London. */
export const spanOf = (month: string): { from: Instant; until: Instant } => ({
  from: toInstant(firstOf(month).toZonedDateTime(ZONE)),
  until: toInstant(firstOf(month).add({ months: 1 }).toZonedDateTime(ZONE)),
})

/** `November 2026`. */
export const monthInWords = (month: string): string =>
  firstOf(month).toLocaleString('en-GB', { month: 'long', year: 'numeric' })
