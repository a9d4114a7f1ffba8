import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import type { Fault } from '../refusal.ts'
import { type Instant, londonDate } from '../time/instant.ts'
import { isOpen, type PanelMeeting } from './meeting.ts'

/** Whoever was at a meeting of the panel is one of its members. */
export const notMembersFaults = ({ panel }: Case, present: readonly string[]): Fault[] => {
  const members = votingMembers(panel)
  return present.every((person) => members.includes(person))
    ? []
    : [{ path: ['present'], message: 'Only members of this panel who are not excluded can take part' }]
}

/**
 * Why what was held cannot have been this planned meeting.
 * @param planned absent where it was none that was planned
 * @param heldOn the day it was held on in London
 */
export function notThisMeeting(
  { meetings = [] }: Case,
  { planned, heldOn, at }: { planned: number | undefined; heldOn: string; at: Instant },
): Fault[] {
  if (planned === undefined) return []
  const meeting = meetings.find(({ id }) => id === planned)
  const why = meeting ? misfit(meeting, heldOn, at) : 'There is no such planned meeting'
  return why === undefined ? [] : [{ path: ['planned'], message: why }]
}

function misfit(meeting: PanelMeeting, heldOn: string, at: Instant): string | undefined {
  if (meeting.cancelled) return 'That meeting was cancelled'
  if (!isOpen(meeting)) return 'Who was at that meeting is on the record already'
  if (meeting.startsAt > at) return 'That meeting has not begun yet'
  if (londonDate(meeting.startsAt) !== heldOn)
    return 'That meeting was planned for another day. Choose that day, or say that it was not planned'
  return undefined
}
