import type { Case } from '../case/case.ts'
import { mustBeOpen } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { votingMembers } from '../panel/panel.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { told } from '../time/deadline.ts'
import { addMilliseconds, type Instant, instantsAt } from '../time/instant.ts'
import { notMembersFaults } from './attendance.ts'
import { type EnteredMeeting, endsAt, isOpen, type MeetingEvent, type PanelMeeting, type Purpose } from './meeting.ts'

/** The most meetings of a case, those that were cancelled included. */
const MOST = 30
/** How many days ahead a meeting may be planned: a later date is a slip of the pen. */
const FARTHEST_DAYS = 2 * 365

export type MeetingCommand =
  | { type: 'PlanMeeting'; purpose: Purpose; entered: EnteredMeeting; note?: string | undefined }
  | { type: 'MoveMeeting'; id: number; entered: EnteredMeeting; reason: string }
  | { type: 'CancelMeeting'; id: number; reason: string }
  | { type: 'RecordAttendance'; id: number; present: string[] }

/** The secretariat or the chair plans when and where the panel meets; who was there goes on the record. */
export function decideMeeting(theCase: Case, command: MeetingCommand, { at }: Circumstances): MeetingEvent[] {
  const { meetings = [], panel, life } = theCase
  if (command.type !== 'CancelMeeting') mustBeOpen(theCase)
  if (command.type === 'PlanMeeting') {
    refuseUnless(
      votingMembers(panel).length > 0,
      'TooEarly',
      'A meeting can be planned once somebody has accepted a seat on the panel.',
    )
    refuseUnless(life.stage !== 'after-award', 'TooLate', 'The contract has been awarded: the panel’s work is done.')
    refuseUnless(
      meetings.length < MOST,
      'NotAllowed',
      `${MOST} meetings have been planned for this case, which is the limit.`,
    )
    const { purpose, entered, note } = command
    const planned = arranged(meetings, entered, at)
    return [
      {
        type: 'MeetingPlanned',
        data: { id: meetings.length + 1, purpose, ...planned, ...(note !== undefined && { note }) },
      },
    ]
  }
  const meeting = meetings.find(({ id }) => id === command.id)
  refuseUnless(meeting, 'NotFound', 'There is no such meeting.')
  refuseUnless(!meeting.cancelled, 'AlreadyDone', 'This meeting was cancelled.')
  refuseUnless(!meeting.held, 'AlreadyDone', 'This meeting was held: who was there is on the record.')
  const { id } = meeting
  switch (command.type) {
    case 'MoveMeeting': {
      refuseUnless(
        meeting.startsAt > at,
        'TooLate',
        'This meeting has begun. Record who was there or, if it did not take place, cancel it.',
      )
      const others = meetings.filter((one) => one.id !== id)
      const moved = arranged(others, command.entered, at)
      refuseUnless(isOtherwise(meeting, moved), 'AlreadyDone', 'This meeting is planned just so already.')
      return [{ type: 'MeetingMoved', data: { id, ...moved, reason: command.reason } }]
    }
    case 'CancelMeeting':
      if (life.status === 'ended') mustBeOpen(theCase)
      return [{ type: 'MeetingCancelled', data: { id, reason: command.reason } }]
    case 'RecordAttendance': {
      refuseUnless(meeting.startsAt <= at, 'TooEarly', 'This meeting has not begun yet.')
      const present = [...new Set(command.present)].sort()
      const faults = notMembersFaults(theCase, present)
      if (faults.length > 0) throw new Refusal('Invalid', 'This attendance is not right.', faults)
      return [{ type: 'MeetingAttended', data: { id, present } }]
    }
  }
}

/** When and where, if it can be so. @throws Refusal `Invalid` with everything that is wrong with it */
function arranged(others: readonly PanelMeeting[], entered: EnteredMeeting, at: Instant) {
  const { date, time, minutes, place, link } = entered
  const [startsAt, again] = instantsAt(date, time)
  const faults: Fault[] = [
    ...(startsAt === undefined
      ? [{ path: ['time'], message: 'The clocks go forward over this time on that day: choose another' }]
      : again !== undefined
        ? [{ path: ['time'], message: 'The clocks go back on that day, so this time comes twice: choose another' }]
        : misplaced(others, { startsAt, minutes }, at)),
    ...(place === undefined && link === undefined
      ? [{ path: ['place'], message: 'Enter a place, or a link to meet on a screen, or both' }]
      : []),
  ]
  if (startsAt === undefined || faults.length > 0)
    throw new Refusal('Invalid', 'The meeting cannot be planned like this.', faults)
  return { startsAt, minutes, ...(place !== undefined && { place }), ...(link !== undefined && { link }) }
}

function misplaced(
  others: readonly PanelMeeting[],
  wanted: Pick<PanelMeeting, 'startsAt' | 'minutes'>,
  at: Instant,
): Fault[] {
  const { startsAt } = wanted
  if (startsAt <= at) return [{ path: ['date'], message: 'Choose a day and a time that are still to come' }]
  if (startsAt > addMilliseconds(at, FARTHEST_DAYS * 86_400_000))
    return [{ path: ['date'], message: 'Choose a day within the next two years' }]
  const met = others.find((one) => isOpen(one) && one.startsAt < endsAt(wanted) && startsAt < endsAt(one))
  return met
    ? [{ path: ['time'], message: `The panel meets then already, from ${told(met.startsAt)}: choose another time` }]
    : []
}

const isOtherwise = (meeting: PanelMeeting, moved: Pick<PanelMeeting, 'startsAt' | 'minutes' | 'place' | 'link'>) =>
  meeting.startsAt !== moved.startsAt ||
  meeting.minutes !== moved.minutes ||
  meeting.place !== moved.place ||
  meeting.link !== moved.link
