import type { Case } from '../../domain/case/case.ts'
import { purposeNames } from '../../domain/meeting/meeting.ts'
import { listedMeetings, type MeetingListed } from '../../domain/meeting/view.ts'
import { votingMembers } from '../../domain/panel/panel.ts'
import { told } from '../../domain/time/deadline.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { pages } from './pages.ts'
import { tryEach } from './try-each.ts'

/** What makes a meeting news to a member: it is arranged or off, they take their seat, or the case ends before it. */
const news = ['MeetingPlanned', 'MeetingMoved', 'MeetingCancelled', 'SeatAccepted', 'CaseEnded'] as const
export type MeetingNews = (typeof news)[number]

export const bearsOnMeetings = (type: string): type is MeetingNews => (news as readonly string[]).includes(type)

/**
 * Mails the members of the panel the meetings to come that are news to them, each once however it was told. How to join one is
 * in the portal alone.
 * @param id of the meeting; absent where it is about all of them
 */
export async function tellOfMeetings(
  deps: Deps,
  theCase: Case,
  { type, id }: { type: MeetingNews; id: number | undefined },
): Promise<void> {
  const ofOne = type.startsWith('Meeting')
  const meetings = listedMeetings(theCase).filter(
    (meeting) =>
      meeting.startsAt > deps.now() && (ofOne ? meeting.id === id : (meeting.off ?? false) === (type === 'CaseEnded')),
  )
  if (meetings.length === 0) return
  const members = votingMembers(theCase.panel).map((person) => ({ kind: 'person' as const, id: person }))
  const people = await addressees(deps, theCase.id, members)
  const page = pages.meetings(theCase.id)
  await tryEach(meetings, (meeting) =>
    mailOnce(deps, people, `${theCase.id}#meeting#${meeting.id}#${meeting.revision}`, {
      ...inWords(theCase.proposal.form.title, meeting),
      page,
    }),
  )
}

function inWords(title: string, { purpose, startsAt, place, off, revision }: MeetingListed) {
  const what = purposeNames[purpose]
  const where = place === undefined ? 'It is held on a screen: the link is in the portal.' : `Where: ${place}.`
  if (off)
    return {
      subject: `Cancelled: ${what}, ${title}`,
      text: `“${title}”: the ${what} of the panel at ${told(startsAt)} will not take place.\n\nSign in to read why.`,
    }
  return {
    subject: `${revision > 0 ? 'New time or place' : 'Save the date'}: ${what}, ${title}`,
    text: `“${title}”: the ${what} of the panel is ${revision > 0 ? 'now ' : ''}at ${told(startsAt)}. ${where}\n\nSign in to read more about it.`,
  }
}
