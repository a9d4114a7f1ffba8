import { told } from '../time/deadline.ts'
import type { CaseEvent } from './event.ts'

/** Events whose telling is one sentence from what they say: each row takes its own event's data. */
type Telling = { [T in CaseEvent['type']]: (data: Extract<CaseEvent, { type: T }>['data']) => string }

const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

/**
 * What each event says on the timeline, to everybody who may see the case: what happened and why. Never a score, a
 * declared interest or anything else that is not theirs to know; names are shown by the page, from identifiers.
 */
const telling: Partial<Telling> = {
  ProposalSubmitted: () => 'The proposal was submitted.',
  ProposalReturned: ({ reasons }) => `The proposal was returned: ${reasons}`,
  ProposalResubmitted: () => 'The proposal was corrected and submitted again.',
  ProposalAccepted: () => 'The proposal was accepted, and the rules were fixed for this case.',
  ProposalRedirected: ({ whereTo }) => `The proposal belongs elsewhere: ${whereTo}`,
  WaitOpened: ({ name, dueAt }) => `Now waiting for: ${name}, by ${told(dueAt)}.`,
  Reminded: ({ who }) => `A reminder went to ${many(who.length, 'recipient')}.`,
  DeadlineExtended: ({ dueAt, reason }) => `The deadline was moved to ${told(dueAt)}: ${reason}`,
  Escalated: ({ because }) => `Escalated: ${because}`,
  StageEntered: ({ stage, because }) => (because ? `Sent back to ${stage}: ${because}` : `The stage “${stage}” began.`),
  CasePaused: ({ reason }) => `Paused: ${reason}`,
  CaseResumed: ({ reason }) => `Resumed: ${reason}`,
  PayloadErased: ({ sequence, reason }) => `What event ${sequence} said was erased: ${reason}`,
  CaseEnded: ({ outcome, reason }) => `The case ended, ${outcome}: ${reason}`,
  NominationOpened: ({ practices }) => `${many(practices.length, 'practice')} were invited to nominate.`,
  PersonNominated: ({ practiceId }) => `A person of ${practiceId} was nominated.`,
  NominationWithdrawn: () => 'A nomination was withdrawn.',
  PracticeDeclined: ({ practiceId, reason }) => `${practiceId} will not nominate.${reason ? ` ${reason}` : ''}`,
  NominationAccepted: () => 'A nominee accepted and declared their interests.',
  NominationDeclined: () => 'A nominee declined.',
  NominationClosed: ({ pool }) => `Nominations closed with a pool of ${pool.length}.`,
}

/** @param data absent when the payload was erased */
export function tell(type: string, data: unknown): string {
  const say = telling[type as CaseEvent['type']] as ((data: unknown) => string) | undefined
  if (data === undefined || data === null) return `${inWords(type)} (what it said has been erased).`
  return say ? say(data) : `${inWords(type)}.`
}

/** `PanelDrawn` → `Panel drawn` */
const inWords = (type: string) => {
  const words = type.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
