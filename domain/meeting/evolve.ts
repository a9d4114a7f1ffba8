import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import type { PanelMeeting } from './meeting.ts'

export function evolveMeetings(meetings: PanelMeeting[] | undefined, event: Recorded): PanelMeeting[] | undefined {
  const said = { by: personOf(event.by) ?? '', at: event.at }
  if (event.type === 'MeetingPlanned') return [...(meetings ?? []), { ...event.data, ...said, moves: [] }]
  if (!meetings) return meetings
  const changing = (id: number, change: (one: PanelMeeting) => PanelMeeting) =>
    meetings.map((one) => (one.id === id ? change(one) : one))
  switch (event.type) {
    case 'MeetingMoved': {
      const { id, reason, ...now } = event.data
      return changing(id, ({ place: _, link: __, ...one }) => ({
        ...one,
        ...now,
        moves: [...one.moves, { from: one.startsAt, reason, ...said }],
      }))
    }
    case 'MeetingCancelled': {
      const { id, reason } = event.data
      return changing(id, (one) => ({ ...one, cancelled: { reason, ...said } }))
    }
    case 'MeetingAttended': {
      const { id, present } = event.data
      return changing(id, (one) => ({ ...one, held: { present, ...said } }))
    }
    case 'ModerationMeetingHeld': {
      const { planned, present, number: moderation } = event.data
      return planned === undefined
        ? meetings
        : changing(planned, (one) => ({ ...one, held: { present, moderation, ...said } }))
    }
    case 'WorkshopHeld': {
      const { planned, present, number: workshop } = event.data
      return planned === undefined
        ? meetings
        : changing(planned, (one) => ({ ...one, held: { present: present ?? [], workshop, ...said } }))
    }
    default:
      return meetings
  }
}
