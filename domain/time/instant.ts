import * as Instants from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as PlainTime from 'temporal-polyfill/fns/PlainTime'
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime'
import * as z from '../zod.ts'
import { type Day, dateOf, daysAfter, weekdayOf } from './day.ts'

/** An instant in UTC with milliseconds, `2026-01-31T09:00:00.000Z`: sorts as text. */
export const instantSchema = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof instantSchema>

const ZONE = 'Europe/London'

export const toInstant = ({ epochMilliseconds }: Pick<Zoned.Record, 'epochMilliseconds'>): Instant =>
  new Date(epochMilliseconds).toISOString()

/** What the clocks show in London. */
export const inLondon = (at: Instant): Zoned.Record => Instants.toZonedDateTimeISO(Instants.fromString(at), ZONE)

export const londonDate = (at: Instant): Day => PlainDate.toString(Zoned.toPlainDate(inLondon(at)))

export const isMonday = (at: Instant): boolean => weekdayOf(londonDate(at)) === 1

/**
 * When it is this time of this day in London: at no instant where the clocks go forward over it, at two where they go back.
 * @param day `2027-03-28` @param time `14:30`
 */
export function instantsAt(day: Day, time: string): Instant[] {
  const plain = PlainDate.toPlainDateTime(dateOf(day), PlainTime.fromString(time))
  const possible = (['earlier', 'later'] as const)
    .map((disambiguation) => PlainDateTime.toZonedDateTime(plain, ZONE, { disambiguation }))
    .filter((zoned) => PlainDateTime.equals(Zoned.toPlainDateTime(zoned), plain))
  return [...new Set(possible.map(toInstant))]
}

/** When a day begins in London, or this hour of it. */
export const startOf = (day: Day, hour = 0): Instant =>
  toInstant(PlainDate.toZonedDateTime(dateOf(day), { timeZone: ZONE, plainTime: PlainTime.create(hour) }))

/** Midnight at the end of a day in London: the first instant that is too late. */
export const endOf = (day: Day): Instant => startOf(daysAfter(day, 1))

/** The same time of day in London, so many days later; before, where there are fewer than none. */
export const sameTimeAfter = (at: Instant, days: number): Instant => toInstant(Zoned.addDays(inLondon(at), days))

export const millisecondsBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

export const addMilliseconds = (at: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString()
