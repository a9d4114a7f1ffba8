/** Instants as people in England read them: Europe/London, en-GB. */
const zone = 'Europe/London'
const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
const offset = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })

/** A deadline: `Tue 20 January 2026, 9:30am`. Midnight is told as the end of the day before. */
export const at = (instant: string): string => (isMidnight(instant) ? `the end of ${dueOn(instant)}` : when(instant))

/** The same where it stands in a list of what is due: of the end of a day, the day. */
export const dueOn = (instant: string): string =>
  isMidnight(instant) ? on(new Date(Date.parse(instant) - 1).toISOString()) : when(instant)

const isMidnight = (instant: string): boolean => clock.format(new Date(instant)) === '00:00:00'

/** When something happened: `Tue 20 January 2026, 9:30am`; what a deadline brought at midnight happened `just after` it, on the day that began then. */
export function when(instant: string): string {
  const time = timeTold(instant)
  return `${on(instant)}, ${time === 'midnight' ? 'just after midnight' : time}`
}

/** The time of day alone, as the NHS writes it: `9am`, `12:30pm`, `midday`, `midnight`. */
export function timeTold(instant: string): string {
  const [hour = 0, minute = 0] = timeOfDay(instant).split(':').map(Number)
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday'
  const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${past}${hour < 12 ? 'am' : 'pm'}`
}

/** From when to when: `Tue 20 January 2026, 6:30pm to 8pm`; on two days, both of them. */
export function fromTo(from: string, to: string): string {
  const end = when(to)
  const [, time = end] = end.split(', ')
  return `${when(from)} to ${on(from) === on(to) ? time : end}`
}

/** The day in London: `2026-01-20`. */
export const londonDay = (instant: string): string => isoDay.format(new Date(instant))

/** The same as a field takes it: `14:02`. */
export const timeOfDay = (instant: string): string => clock.format(new Date(instant)).slice(0, 5)

/** `Tue 20 January 2026` */
export function on(instant: string): string {
  return day.format(new Date(instant)).replaceAll(',', '')
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** The length between two instants in its largest unit: `3 days`; `less than a minute`. */
export function length(from: string, to: string): string {
  const span = Math.abs(Date.parse(to) - Date.parse(from))
  for (const [unit, size] of units) {
    const count = Math.floor(span / size)
    if (count > 0) return `${count} ${unit}${count === 1 ? '' : 's'}`
  }
  return 'less than a minute'
}

/** A date as people write it: each part is what was typed. */
export interface TypedDate {
  day: string
  month: string
  year: string
}

/** Midnight at the end of a day in London, or undefined when there is no such day. */
export function endOfDay(year: number, month: number, date: number): string | undefined {
  const utc = new Date(Date.UTC(year, month - 1, date))
  if (utc.getUTCFullYear() !== year || utc.getUTCMonth() !== month - 1 || utc.getUTCDate() !== date) return undefined
  const midnight = Date.UTC(year, month - 1, date + 1)
  return new Date(midnight - offsetAt(midnight)).toISOString()
}

/** How far London is ahead of UTC, in milliseconds; the clocks change at 01:00 UTC, so midnight's own offset is right. */
function offsetAt(instant: number): number {
  const [, hours = '0', minutes = '0'] = /GMT\+(\d+):(\d+)/.exec(offset.format(instant)) ?? []
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** A typed date as it is kept: `2027-03-27`; of an unfinished one, as far as it goes. */
export const isoOf = ({ day, month, year }: TypedDate): string =>
  [year, month, day].every((part) => part === '') ? '' : [year, padded(month), padded(day)].join('-')

const padded = (part: string): string => (part === '' ? '' : part.padStart(2, '0'))

/** A kept date as it was typed. */
export function typedDateOf(iso: string): TypedDate {
  const [year = '', month = '', day = ''] = iso.split('-')
  const plain = (part: string) => part.replace(/^0(?=.)/, '')
  return { day: plain(day), month: plain(month), year }
}

/** Whether there is such a day in the calendar: `2027-03-27`. */
export const isDate = (iso: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(iso) && new Date(`${iso}T12:00Z`).toJSON()?.startsWith(iso) === true

/** A date of the calendar as people in England read it: `Sat 27 March 2027`; what is none, as it stands. */
export const onDate = (iso: string): string => (/^\d{4}-\d\d-\d\d$/.test(iso) ? on(`${iso}T12:00:00.000Z`) : iso)
