import { Temporal } from 'temporal-polyfill'
import * as z from '../zod.ts'

/** An instant in UTC with milliseconds, `2026-01-31T09:00:00.000Z`: sorts as text. */
export const instantSchema = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof instantSchema>

export const ZONE = 'Europe/London'

export const toInstant = (time: Temporal.Instant | Temporal.ZonedDateTime): Instant =>
  new Date(time.epochMilliseconds).toISOString()

export const londonDate = (at: Instant): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainDate()

export const isMonday = (at: Instant): boolean => londonDate(at).dayOfWeek === 1

/**
 * When it is this time of this day in London: at no instant where the clocks go forward over it, at two where they go back.
 * @param date `2027-03-28` @param time `14:30`
 */
export function instantsAt(date: string, time: string): Instant[] {
  const plain = Temporal.PlainDateTime.from(`${date}T${time}`)
  const possible = (['earlier', 'later'] as const)
    .map((disambiguation) => plain.toZonedDateTime(ZONE, { disambiguation }))
    .filter((zoned) => zoned.toPlainDateTime().equals(plain))
  return [...new Set(possible.map(toInstant))]
}

/** Midnight at the end of `date` in London: the first instant that is too late. */
export const endOf = (date: Temporal.PlainDate): Instant => toInstant(date.add({ days: 1 }).toZonedDateTime(ZONE))

export const millisecondsBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

export const addMilliseconds = (at: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString()
