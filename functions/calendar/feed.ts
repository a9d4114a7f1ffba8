import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Party } from '../../domain/case/party.ts'
import { purposeNames } from '../../domain/meeting/meeting.ts'
import type { MeetingListed } from '../../domain/meeting/view.ts'
import { endOf, type Instant, londonDate } from '../../domain/time/instant.ts'
import type { WaitName } from '../../domain/wait/wait.ts'
import { addressOf, pageFor } from '../../workflows/pages.ts'
import { challengeAsks, erasureAsks, whatIsAsked } from '../../workflows/waits.ts'

/** Something that is asked of somebody by a time: of a wait, of challenges, or of erasures; of the case nothing but its title. */
export interface Due {
  caseId: string
  title: string
  as: Party['kind']
  wait?: WaitName | undefined
  dueAt?: Instant | undefined
  challenges?: { dueAt: Instant } | undefined
  erasures?: { dueAt: Instant } | undefined
}

/** A meeting of the panel of a case: how to join it is in the portal alone. */
export type Meeting = MeetingListed & { caseId: string; title: string }

const london = [
  ...['BEGIN:VTIMEZONE', 'TZID:Europe/London'],
  ...['BEGIN:DAYLIGHT', 'TZNAME:BST', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100'],
  ...['DTSTART:19810329T010000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'TZNAME:GMT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000'],
  ...['DTSTART:19961027T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  'END:VTIMEZONE',
].join('\r\n')

/** How often a calendar should ask again, in seconds. */
const ASK_AGAIN = 60 * 60

/**
 * What waits for one person, and the meetings of their panels, as iCalendar (RFC 5545): a day for what is due at its end, an
 * hour for what is due at a time. A meeting that is moved stays the same event with a higher SEQUENCE; one that does not take
 * place is CANCELLED.
 * @param portal where the portal is, without a slash at the end
 */
export function feed(
  { dues, meetings }: { dues: Due[]; meetings: Meeting[] },
  { portal, now }: { portal: string; now: Instant },
): string {
  const calendar = ical({
    name: 'Redesign Panels: waiting for you, and meetings',
    prodId: { company: 'Redesign Panels', product: 'Deadlines', language: 'EN' },
    ttl: ASK_AGAIN,
  })
  for (const due of dues) {
    const asked = askedIn(due)
    if (!asked) continue
    const { name, what, dueAt, page } = asked
    calendar.createEvent({
      id: `${due.caseId}-${name}-${due.as}@redesign-panels`,
      summary: `${due.title}: ${what}`,
      stamp: now,
      url: `${portal}${page}`,
      // What is due takes nobody's time: whoever looks for a free hour that day finds one.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...when(dueAt),
    })
  }
  for (const { caseId, title, id, purpose, startsAt, endsAt, place, off, revision } of meetings)
    calendar.createEvent({
      id: `${caseId}-meeting-${id}@redesign-panels`,
      sequence: revision,
      status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: `${title}: ${purposeNames[purpose]} of the panel`,
      stamp: now,
      start: startsAt,
      end: endsAt,
      url: `${portal}/cases/${caseId}/meetings`,
      ...(place !== undefined && { location: place }),
    })
  // A calendar must have a component (RFC 5545 §3.6): strict readers refuse one in which nothing stands.
  const text = calendar.toString()
  return calendar.length() > 0 ? text : text.replace('END:VCALENDAR', `${london}\r\nEND:VCALENDAR`)
}

/** Undefined where the case is asked for nothing by any time. */
function askedIn(due: Due): { name: string; what: string; dueAt: Instant; page: string } | undefined {
  const { caseId, as, wait, dueAt, challenges, erasures } = due
  if (challenges)
    return { name: 'challenges', what: challengeAsks, dueAt: challenges.dueAt, page: `/cases/${caseId}/challenges` }
  if (erasures) return { name: 'erasures', what: erasureAsks, dueAt: erasures.dueAt, page: `/cases/${caseId}` }
  if (!wait || !dueAt) return undefined
  const page = addressOf(caseId, pageFor(wait, as))
  return { name: wait.replaceAll(' ', '-'), what: whatIsAsked(wait, [{ kind: as }]), dueAt, page }
}

/** What is due at midnight is shown on the day before, which it ends. */
function when(dueAt: Instant) {
  const day = londonDate(new Date(Date.parse(dueAt) - 1).toISOString())
  if (endOf(day) === dueAt) return { start: day, allDay: true }
  return { start: new Date(Date.parse(dueAt) - 3_600_000).toISOString(), end: dueAt }
}
