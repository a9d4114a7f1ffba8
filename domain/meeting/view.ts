import type { Case } from '../case/case.ts'
import { isMember, votingMembers } from '../panel/panel.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'
import { endsAt, isOff, purposes, revision } from './meeting.ts'

/** Every meeting, the earliest first, and who can have been there. */
export function viewMeetings({ meetings = [], panel, life }: Case) {
  const endedAt = life.status === 'ended' ? life.endedAt : undefined
  return {
    members: votingMembers(panel),
    meetings: meetings
      .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
      .map((meeting) => ({ ...meeting, endsAt: endsAt(meeting), off: isOff(meeting, endedAt) })),
  }
}

/** What a list or a calendar shows of a meeting: how to join it, and what else was written of it, the page alone. */
export const meetingListedSchema = z.object({
  id: z.int(),
  purpose: z.enum(purposes),
  startsAt: instantSchema,
  endsAt: instantSchema,
  place: z.string().optional(),
  /** It does not take place. */
  off: z.literal(true).optional(),
  /** How often this has changed. */
  revision: z.int(),
})
export type MeetingListed = z.infer<typeof meetingListedSchema>

export function listedMeetings({ meetings = [], life }: Pick<Case, 'meetings' | 'life'>): MeetingListed[] {
  const endedAt = life.status === 'ended' ? life.endedAt : undefined
  return meetings.map((meeting) => ({
    id: meeting.id,
    purpose: meeting.purpose,
    startsAt: meeting.startsAt,
    endsAt: endsAt(meeting),
    ...(meeting.place !== undefined && { place: meeting.place }),
    ...(isOff(meeting, endedAt) && { off: true as const }),
    revision: revision(meeting, endedAt),
  }))
}

/** The meetings that somebody is asked to come to: those of a panel that they sit on. */
export const meetingsOf = (theCase: Case, person: string): MeetingListed[] =>
  isMember(theCase.panel, person) ? listedMeetings(theCase) : []
