import type { Case } from '../../domain/case/case.ts'
import { purposeNames } from '../../domain/meeting/meeting.ts'
import { listedMeetings, type MeetingListed } from '../../domain/meeting/view.ts'
import type { Mail } from '../../domain/message/message.ts'
import { votingMembers } from '../../domain/panel/panel.ts'
import { told } from '../../domain/time/deadline.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { pages } from './pages.ts'

/** Which meetings of those to come are news, and to which of the members. How to join one is in the portal alone. */
function ofMeetings(
  theCase: Case,
  at: Instant,
  { which, to = votingMembers(theCase.panel) }: { which: (meeting: MeetingListed) => boolean; to?: readonly string[] },
): Mail[] {
  if (to.length === 0) return []
  return listedMeetings(theCase)
    .filter((meeting) => meeting.startsAt > at && which(meeting))
    .map((meeting) => ({
      to: to.map((id) => ({ kind: 'person', id })),
      ...inWords(theCase.proposal.form.title, meeting),
      page: pages.meetings(theCase.id),
    }))
}

/** It was arranged, moved or cancelled. */
export const ofMeeting = (theCase: Case, { id }: { id: number }, at: Instant): Mail[] =>
  ofMeetings(theCase, at, { which: (meeting) => meeting.id === id })

/** Somebody takes their seat: of all that are arranged. */
export const ofMeetingsToCome = (theCase: Case, { person }: { person: string }, at: Instant): Mail[] =>
  ofMeetings(theCase, at, {
    which: ({ off }) => off !== true,
    to: votingMembers(theCase.panel).filter((one) => one === person),
  })

/** The case ends before they are held. */
export const ofMeetingsOff = (theCase: Case, _: object, at: Instant): Mail[] =>
  ofMeetings(theCase, at, { which: ({ off }) => off === true })

function inWords(title: string, { purpose, startsAt, place, off, revision }: MeetingListed) {
  const what = purposeNames[purpose]
  const about = `${what}, ${told(startsAt)}, ${title}`
  const where = place === undefined ? 'It is held on a screen: the link is in the portal.' : `Where: ${place}.`
  if (off)
    return {
      subject: `Cancelled: ${about}`,
      text: `“${title}”: the ${what} of the panel at ${told(startsAt)} will not take place.\n\nSign in to read why.`,
    }
  return {
    subject: `${revision > 0 ? 'New time or place' : 'Save the date'}: ${about}`,
    text: `“${title}”: the ${what} of the panel is ${revision > 0 ? 'now ' : ''}at ${told(startsAt)}. ${where}\n\nSign in to read more about it.`,
  }
}
