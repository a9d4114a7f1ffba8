import { Temporal } from 'temporal-polyfill'
import { type Instant, ZONE } from './instant.ts'

/** `00:00:00.000 on Saturday 31 January 2026`, in London: where a millisecond decides, midnight is not rounded. */
export function toldExactly(at: Instant): string {
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(ZONE)
  const day = zoned
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(',', '')
  return `${zoned.toPlainTime().toString({ smallestUnit: 'millisecond' })} on ${day}`
}
