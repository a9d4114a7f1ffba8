import { monthsAfter } from '../time/day.ts'
import { type Instant, londonDate } from '../time/instant.ts'

/**
 * Whether somebody sat on a panel in the last 12 months (requirements §5: continuity and broad participation).
 * @param sat the dates in London, as `2026-01-31`, on which they took a seat; one that was only offered is none
 */
export function satLately(sat: readonly string[], at: Instant): boolean {
  const yearAgo = monthsAfter(londonDate(at), -12)
  return sat.some((date) => date > yearAgo)
}
