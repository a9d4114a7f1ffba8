import { told } from '../time/deadline.ts'
import type { WaitName } from '../wait/wait.ts'
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
  TenderPublished: ({ round, terms }) =>
    `The tender was published, round ${round}, with version ${terms.specificationVersion} of the specification.`,
  QuestionAsked: ({ id }) => `Clarification question ${id} was asked.`,
  QuestionAnswered: ({ id }) => `Clarification question ${id} was answered, to everybody.`,
  QuestionsClosed: () => 'The time for questions closed.',
  TenderSubmitted: () => 'A sealed tender arrived.',
  TenderWithdrawn: () => 'A tender was withdrawn.',
  TenderClosed: ({ tenders }) => `The tender closed with ${many(tenders, 'tender')}.`,
  TendersOpened: ({ tenders }) => `The tenders were opened, ${tenders.length} in number, and their hashes published.`,
  BiddersChecked: ({ members }) => `${many(members.length, 'member')} were checked against the actual bidders.`,
  ComplianceChecked: ({ findings }) =>
    `${findings.filter(({ reasons }) => reasons.length === 0).length} of ${findings.length} tenders comply.`,
  ScoringOpened: ({ tenders }) => `The scoring of ${many(tenders.length, 'tender')} began.`,
  ScoresSubmitted: () => 'A member submitted their scores of one tender.',
  ScoringClosed: ({ finished, leftOut, toModerate }) =>
    `The scoring closed: ${many(finished.length, 'member')} scored, ${leftOut.length} left out; ${toModerate.length} to moderate.`,
  CriterionModerated: () => 'The panel agreed on a score that had spread too far.',
  ModerationClosed: ({ medians }) => `Moderation closed; the median stands ${many(medians.length, 'time')}.`,
  PricesOpened: () => 'The prices were opened.',
  TendersRanked: () => 'The tenders were ranked.',
  RecommendationMade: () => 'The panel decided, with reasons.',
  RecommendationConfirmed: () => 'The approver confirmed what the panel decided.',
  RecommendationRejected: () => 'The approver rejected what the panel decided, with reasons: it votes again.',
  LetterWritten: () => 'The letter to a bidder was written.',
  OutcomeAnnounced: ({ standstill }) =>
    standstill
      ? `The outcome was announced; the standstill ends ${told(standstill.ends)}.`
      : 'The outcome was announced.',
  RepresentationMade: () => 'A bidder objected.',
  RepresentationAnswered: ({ decision }) =>
    decision === 'stands'
      ? 'The panel answered an objection: its decision stands.'
      : 'The panel reopened its decision.',
  AwardMade: ({ organisationId }) => `The contract was awarded to ${organisationId}.`,
}

/** @param data absent when the payload was erased */
export function tell(type: string, data: unknown): string {
  const say = telling[type as CaseEvent['type']] as ((data: unknown) => string) | undefined
  if (data === undefined || data === null) return `${inWords(type)} (what it said has been erased).`
  return say ? say(data) : `${inWords(type)}.`
}

/** The wait that an event opened: where the workflow then asks. @param data absent when the payload was erased */
export function waitOpened(type: string, data: unknown): WaitName | undefined {
  if (type !== 'WaitOpened' || data === undefined || data === null) return undefined
  return (data as Extract<CaseEvent, { type: 'WaitOpened' }>['data']).name
}

/** `PanelDrawn` → `Panel drawn` */
const inWords = (type: string) => {
  const words = type.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
