import { enteredDay } from '../time/entered.ts'
import { addMilliseconds, type Instant, instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

export const purposes = ['kick-off', 'specification', 'workshop', 'moderation', 'other'] as const
export type Purpose = (typeof purposes)[number]

/** What it is called, in the middle of a sentence. */
export const purposeNames: Record<Purpose, string> = {
  'kick-off': 'kick-off meeting',
  specification: 'specification meeting',
  workshop: 'weighting workshop',
  moderation: 'moderation meeting',
  other: 'meeting',
}

const place = z.string().trim().min(1, 'Enter where it is held').max(200, 'Shorten the place to 200 characters')

/** Where people meet on a screen: nothing but https, and nobody's password. */
const link = z
  .url({ protocol: /^https$/, error: 'Enter an address that begins with https://' })
  .max(500, 'Shorten the link to 500 characters')
  .refine((address) => !/^https:\/\/[^/]*@/.test(address), 'Enter an address without a name or a password in it')

/** When and where, as it is typed: the day and the time of day in London. */
export const enteredMeetingSchema = z.strictObject({
  date: enteredDay('Enter a real date, such as 27 3 2027'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, such as 14:30'),
  minutes: z.int('Choose how long it takes').min(15, 'Enter 15 minutes or more').max(600, 'Enter 600 minutes or less'),
  place: place.optional(),
  link: link.optional(),
})
export type EnteredMeeting = z.infer<typeof enteredMeetingSchema>

export const noteSchema = z.string().trim().min(1).max(2_000, 'Shorten the note to 2,000 characters')

const whenAndWhere = {
  startsAt: instantSchema,
  minutes: z.int().min(1),
  place: z.string().optional(),
  link: z.string().optional(),
}
const said = { by: z.string(), at: instantSchema }

/** A meeting that the panel of a case is to hold, or held. */
export const panelMeetingSchema = z.object({
  id: z.int().min(1),
  purpose: z.enum(purposes),
  ...whenAndWhere,
  note: z.string().optional(),
  ...said,
  /** From when it was moved, and why; the latest last. */
  moves: z.array(z.object({ from: instantSchema, reason: z.string(), ...said })),
  cancelled: z.object({ reason: z.string(), ...said }).optional(),
  /** Who was there; and which moderation meeting or weighting workshop of the record it was. */
  held: z
    .object({
      present: z.array(z.string()),
      moderation: z.int().optional(),
      workshop: z.int().optional(),
      ...said,
    })
    .optional(),
})
export type PanelMeeting = z.infer<typeof panelMeetingSchema>
export const panelMeetingsSchema = z.array(panelMeetingSchema)

type WhenAndWhere = Pick<PanelMeeting, 'startsAt' | 'minutes' | 'place' | 'link'>

export type MeetingEvent =
  | { type: 'MeetingPlanned'; data: WhenAndWhere & Pick<PanelMeeting, 'id' | 'purpose' | 'note'> }
  | { type: 'MeetingMoved'; data: WhenAndWhere & { id: number; reason: string } }
  | { type: 'MeetingCancelled'; data: { id: number; reason: string } }
  | { type: 'MeetingAttended'; data: { id: number; present: string[] } }

export const endsAt = ({ startsAt, minutes }: Pick<PanelMeeting, 'startsAt' | 'minutes'>): Instant =>
  addMilliseconds(startsAt, minutes * 60_000)

/** It is still to take place, or nobody has said who was there. */
export const isOpen = ({ cancelled, held }: PanelMeeting): boolean => !cancelled && !held

/** What was to come when the case ended does not take place. @param endedAt absent while the case has not ended */
export const isOff = (meeting: PanelMeeting, endedAt: Instant | undefined): boolean =>
  meeting.cancelled !== undefined || (isOpen(meeting) && endedAt !== undefined && meeting.startsAt > endedAt)

/** How often what was said of it has changed: iCalendar's SEQUENCE (RFC 5545 §3.8.7.4). */
export const revision = (meeting: PanelMeeting, endedAt: Instant | undefined): number =>
  meeting.moves.length + (isOff(meeting, endedAt) ? 1 : 0)
