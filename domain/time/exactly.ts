import * as PlainTime from 'temporal-polyfill/fns/PlainTime'
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime'
import { dayTold } from './day.ts'
import { type Instant, inLondon, londonDate } from './instant.ts'

/** `00:00:00.000 on Saturday 31 January 2026`, in London: where a millisecond decides, midnight is not rounded. */
export const toldExactly = (at: Instant): string =>
  `${PlainTime.toString(Zoned.toPlainTime(inLondon(at)), { smallestUnit: 'millisecond' })} on ${dayTold(londonDate(at))}`
