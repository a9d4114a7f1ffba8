import { monthsAfter, monthTold } from '../time/day.ts'
import { type Instant, londonDate, startOf } from '../time/instant.ts'

const firstOf = (month: string): string => `${month}-01`

/** The month in London that an instant is in, as `2026-11`. */
export const monthOf = (at: Instant): string => londonDate(at).slice(0, 'YYYY-MM'.length)

/** The first instant of a month, and the first that is over it, in London. */
export const spanOf = (month: string): { from: Instant; until: Instant } => ({
  from: startOf(firstOf(month)),
  until: startOf(monthsAfter(firstOf(month), 1)),
})

/** `November 2026`. */
export const monthInWords = (month: string): string => monthTold(firstOf(month))
