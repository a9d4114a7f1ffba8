import ical from 'ical-generator'
import type { Party } from '../../domain/case/party.ts'
import { endOf, type Instant, londonDate } from '../../domain/time/instant.ts'
import type { WaitName } from '../../domain/wait/wait.ts'
import { challengeAsks, erasureAsks, whatIsAsked } from '../../workflows/pictures/waits.ts'

interface Asked {
  caseId: string
  title: string
  as: Party['kind']
}

/** Something that is asked of somebody by a time, challenges to be answered, or erasures to be agreed to: of the case nothing but its title. */
export type Due = Asked &
  ({ wait: WaitName; dueAt: Instant } | { challenges: { dueAt: Instant } } | { erasures: { dueAt: Instant } })

/** How often a calendar should ask again, in seconds. */
const ASK_AGAIN = 60 * 60

/**
 * What waits for one person, as iCalendar (RFC 5545): a day for what is due at its end, an hour for what is due at a time.
 * @param portal where the portal is, without a slash at the end
 */
export function feed(dues: Due[], { portal, now }: { portal: string; now: Instant }): string {
  const calendar = ical({
    name: 'Redesign Panels: waiting for you',
    prodId: { company: 'Redesign Panels', product: 'Deadlines', language: 'EN' },
    ttl: ASK_AGAIN,
  })
  for (const due of dues) {
    const { name, what, dueAt } = askedIn(due)
    calendar.createEvent({
      id: `${due.caseId}-${name}-${due.as}@redesign-panels`,
      summary: `${due.title}: ${what}`,
      stamp: now,
      url: `${portal}/cases/${due.caseId}`,
      ...when(dueAt),
    })
  }
  return calendar.toString()
}

function askedIn(due: Due): { name: string; what: string; dueAt: Instant } {
  if ('challenges' in due) return { name: 'challenges', what: challengeAsks, dueAt: due.challenges.dueAt }
  if ('erasures' in due) return { name: 'erasures', what: erasureAsks, dueAt: due.erasures.dueAt }
  const { wait, as, dueAt } = due
  return { name: wait.replaceAll(' ', '-'), what: whatIsAsked(wait, [{ kind: as }]), dueAt }
}

/** What is due at midnight is due by the end of the day before. */
function when(dueAt: Instant) {
  const day = londonDate(new Date(Date.parse(dueAt) - 1).toISOString())
  if (endOf(day) === dueAt) return { start: day.toString(), allDay: true }
  return { start: new Date(Date.parse(dueAt) - 3_600_000).toISOString(), end: dueAt }
}
