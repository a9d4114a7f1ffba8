import type { EnteredMeeting, PanelMeeting } from '../../../domain/meeting/meeting.ts'
import { isDate, isoOf, londonDay, type TypedDate, timeOfDay, typedDateOf } from '../../time.ts'
import { words as form } from '../command-form/words.ts'
import { words } from './words.ts'

/** A meeting as it is typed. */
export interface Typed {
  purpose: string
  date: TypedDate
  time: string
  minutes: string
  place: string
  link: string
  note: string
  reason: string
}

export const nothingTyped: Typed = {
  purpose: '',
  date: { day: '', month: '', year: '' },
  time: '',
  minutes: '60',
  place: '',
  link: '',
  note: '',
  reason: '',
}

/** A meeting as it stands, to be changed. */
export const typedOf = ({ purpose, startsAt, minutes, place = '', link = '' }: PanelMeeting): Typed => ({
  ...nothingTyped,
  ...{ purpose, place, link },
  date: typedDateOf(londonDay(startsAt)),
  time: timeOfDay(startsAt),
  minutes: String(minutes),
})

/** `9.30` and `9:30` are `09:30`. */
const timeOf = (typed: string): string => typed.trim().replace('.', ':').padStart(5, '0')

/** What is missing or cannot be read, field by field; the rest the service says. */
export function faultsOf(typed: Typed, asks: 'purpose' | 'reason'): { field: keyof Typed; detail: string }[] {
  const nowhere = typed.place.trim() === '' && typed.link.trim() === ''
  const faults: [keyof Typed, boolean, string][] = [
    ['purpose', asks === 'purpose' && typed.purpose === '', words.faults.purpose],
    ['date', !isDate(isoOf(typed.date)), form.noDate],
    ['time', !/^([01]\d|2[0-3]):[0-5]\d$/.test(timeOf(typed.time)), words.faults.time],
    ['place', nowhere, words.faults.place],
    ['reason', asks === 'reason' && typed.reason.trim() === '', words.move.noReason],
  ]
  return faults.flatMap(([field, wrong, detail]) => (wrong ? [{ field, detail }] : []))
}

/** What is left empty is left out. */
export const enteredOf = ({ date, time, minutes, place, link }: Typed): EnteredMeeting => ({
  date: isoOf(date),
  time: timeOf(time),
  minutes: Number(minutes),
  ...(place.trim() !== '' && { place }),
  ...(link.trim() !== '' && { link: link.trim() }),
})
