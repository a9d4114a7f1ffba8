import type { Milestone } from '../after-award/after-award.ts'
import { firstChecklists } from '../after-award/checklists.ts'
import { paperNames } from '../marked-paper/marked-paper.ts'
import type { Addressee } from '../message/message.ts'
import { areas } from '../proposal/areas.ts'
import { changedRules } from '../rule-book/changed.ts'
import { dayTold } from '../time/day.ts'
import { told } from '../time/deadline.ts'
import { tookPart } from '../vote/count.ts'
import type { Matter } from '../vote/vote.ts'
import { waitInWords } from '../wait/in-words.ts'
import type { WaitName } from '../wait/wait.ts'
import type { CaseEvent } from './event.ts'
import { stageNames } from './stage-names.ts'

/** Events whose telling is one sentence from what they say: each row takes its own event's data. */
type Telling = { [T in CaseEvent['type']]: (data: Extract<CaseEvent, { type: T }>['data']) => string }

const matters: Record<Matter, string> = {
  appraisal: 'on the proposal',
  specification: 'on the specification',
  award: 'on the outcome',
}

const many = (count: number, what: string, whats = `${what}s`) => `${count} ${count === 1 ? what : whats}`

const kinds: Record<Addressee['kind'], [one: string, more: string]> = {
  'programme-manager': ['the programme manager', 'programme managers'],
  'deputy-programme-manager': ['the deputy', 'deputies'],
  approver: ['the approver', 'approvers'],
  practice: ['a practice', 'practices'],
  person: ['a person', 'people'],
  provider: ['a provider', 'providers'],
}

/** What an item of a checklist asks; of one that a case has taught, nothing more is known here. */
const questionOf = (milestone: Milestone, item: string): string =>
  firstChecklists[milestone].items.find(({ id }) => id === item)?.question ?? 'A question from an earlier case'

/** By kind, and how many: people are not named to everybody who may see the case. */
const partiesTold = (who: readonly Addressee[]): string =>
  who.length === 0
    ? 'nobody'
    : [...Map.groupBy(who, ({ kind }) => kind)]
        .map(([kind, some]) => (some.length === 1 ? kinds[kind][0] : `${some.length} ${kinds[kind][1]}`))
        .join(', ')

const inThePlaceOf = (chair: string | undefined): string =>
  chair === undefined ? '' : ' It was overdue, so another member led the panel in the place of its chair.'

/**
 * What each event says on the timeline, to everybody who may see the case: what happened and why. Never a score, a
 * declared interest or anything else that is not theirs to know; names are shown by the page, from identifiers.
 */
const telling: Partial<Telling> = {
  ProposalSubmitted: () => 'The proposal was submitted.',
  ProposalReturned: ({ reasons }) => `The proposal was returned: ${reasons}`,
  ProposalResubmitted: () => 'The proposal was corrected and submitted again.',
  ProposalAccepted: ({ ruleBook }) => {
    const changed = changedRules(ruleBook)
    const otherwise = changed.length === 0 ? '' : ` Otherwise than usual: ${changed.join('; ')}.`
    return `The proposal was accepted, and the rules were fixed for this case.${otherwise}`
  },
  ProposalRedirected: ({ whereTo }) => `The proposal belongs elsewhere: ${whereTo}`,
  WaitOpened: ({ name, dueAt }) => `Now waiting for ${waitInWords[name]}, by ${told(dueAt)}.`,
  Reminded: ({ who, reason }) =>
    `${who.length === 0 ? 'A reminder was due, and nothing was left to ask of anybody' : `A reminder went to ${partiesTold(who)}`}${reason === undefined ? '.' : `: ${reason}`}`,
  DeadlineExtended: ({ dueAt, reason }) => `The deadline was moved to ${told(dueAt)}: ${reason}`,
  Escalated: ({ because }) => `Escalated: ${because}`,
  StageEntered: ({ stage, because }) =>
    because ? `Sent back to the stage “${stageNames[stage]}”: ${because}` : `The stage “${stageNames[stage]}” began.`,
  CasePaused: ({ reason }) => `Paused: ${reason}`,
  CaseResumed: ({ reason }) => `Resumed: ${reason}`,
  ErasureAsked: ({ sequence, reason }) => `Somebody asked for the content of event ${sequence} to be erased: ${reason}`,
  ErasureTakenBack: ({ sequence, reason }) =>
    `The request to erase the content of event ${sequence} was taken back: ${reason}`,
  PayloadErased: ({ sequence, reason }) => `The content of event ${sequence} was erased: ${reason}`,
  CaseEnded: ({ outcome, reason }) => `The case ended, ${outcome}: ${reason}`,
  NominationOpened: ({ practices }) => `${many(practices.length, 'practice')} were invited to nominate.`,
  PersonNominated: ({ practiceId }) => `A person from ${practiceId} was nominated.`,
  NominationWithdrawn: () => 'A nomination was withdrawn.',
  PracticeDeclined: ({ practiceId, reason }) => `${practiceId} will not nominate.${reason ? ` ${reason}` : ''}`,
  NominationAccepted: () => 'A nominee accepted and declared their interests.',
  NominationDeclined: () => 'A nominee declined.',
  NominationClosed: ({ pool }) => `Nominations closed with a pool of ${pool.length}.`,
  FlagsChased: ({ people, overdue }) =>
    `${people.length} flagged ${people.length === 1 ? 'interest is' : 'interests are'} waiting for a ruling${overdue ? ' after the deadline: the approver was told' : ''}.`,
  ConflictsChecked: ({ results, checked = Object.keys(results).length }) =>
    `${many(checked, 'person was', 'people were')} checked for conflicts of interest.`,
  InterestCleared: () => 'A flagged interest was cleared, with reasons.',
  InterestManaged: () => 'A flagged interest was ruled managed, with reasons and a mitigation.',
  PersonBarred: () => 'A flagged interest was ruled a bar, with reasons.',
  PracticesCannotAnswer: ({ practices }) =>
    practices.length === 0
      ? 'Every practice has somebody who can answer again.'
      : `${many(practices.length, 'practice is', 'practices are')} not waited for: everybody there is locked out by a conflict of interest.`,
  DrawContributionMade: ({ practiceId }) => `${practiceId} contributed to the randomness of the draw.`,
  DrawCommitted: ({ terms: { draw, instance, panels }, commitment }) =>
    `Draw ${draw} was committed to: ${instance.pool.length} in the pool, ${panels.length} equally likely panels, ${commitment}.`,
  DrawContributionRevealed: ({ by }) => `${by} revealed its contribution to the randomness.`,
  PublicNumbersEntered: ({ key, alike }) =>
    alike
      ? `Two people have entered the same public numbers for the draw: ${key}`
      : 'Somebody entered the public numbers for the draw. They count once somebody else has entered the same numbers.',
  RandomnessMissing: ({ because }) => `The draw is waiting for its randomness: ${because}`,
  FallbackTaken: ({ because }) => `The draw used the fallback that was named in advance: ${because}`,
  RoundBrought: ({ draw, round }) =>
    `Round ${round} of drand, which draw ${draw} had named, was brought: it carries drand’s signature.`,
  DrawAbandoned: ({ draw, reason }) => `Draw ${draw} was abandoned: ${reason}`,
  PanelDrawn: ({ draw, index, people }) =>
    `Draw ${draw} gave panel number ${index}: ${many(people.length, 'seat')} offered.`,
  PanelFilledWithoutDraw: ({ people }) =>
    `There was a seat for everyone who is eligible: ${many(people.length, 'seat')} offered without a draw.`,
  NoPanelPossible: ({ people, vacancies }) =>
    `No panel is possible: ${people.length} eligible for ${many(vacancies, 'vacant seat')}.`,
  DrawUnsolved: ({ people, because }) =>
    `The draw from ${many(people.length, 'eligible nominee')} could not be worked out, and nothing was drawn. ${because}`,
  RandomnessChanged: ({ to, reason }) =>
    `Too few practices contributed to the randomness, so the draws of this case now take it from ${to === 'public-numbers' ? 'public numbers' : 'drand, a public source of randomness'}. ${reason}`,
  ConstraintsRelaxed: ({ changes, reason, quorum }) =>
    `To make a panel possible, the limits were changed: ${changes}.${quorum === undefined ? '' : ` ${quorum} members are now a quorum.`} ${reason}`,
  ProcedureDecided: ({ how, reasons }) => `The approver decided how this case is to be decided: ${how}. ${reasons}`,
  SeatAccepted: () => 'A seat was accepted.',
  SeatDeclined: () => 'A seat was declined.',
  SubstitutionBegun: ({ vacancies }) => `The search for a substitute began: ${many(vacancies, 'seat')} vacant.`,
  SubstitutionEnded: ({ vacant, because }) =>
    vacant === 0
      ? 'The substitute has taken the seat: the panel is complete.'
      : `The search for a substitute has ended, because ${because}: ${many(vacant, 'seat')} vacant, and the quorum decides.`,
  StandingPanelCalled: ({ panel, people }) =>
    `${many(people.length, 'member')} of the panel for ${areas[panel.area].name.toLowerCase()}, which serves until ${told(panel.until)}, were asked to serve on this case.`,
  StandingMembersSeated: ({ panel, people, absent }) =>
    `${many(people.length, 'member')} of the panel for ${areas[panel.area].name.toLowerCase()} sit on this case: they were drawn for the area, until ${told(panel.until)}. ${absent.length === 0 ? 'None is missing.' : `${absent.length} ${absent.length === 1 ? 'does' : 'do'} not. The vacant seats are drawn.`}`,
  StandingPanelSetAside: ({ because }) => `The panel for the area is not used, and every seat is drawn: ${because}`,
  StandingPanelConvened: ({ panel }) =>
    `The panel that was drawn serves ${areas[panel.area].name.toLowerCase()} from now on, until ${told(panel.until)}.`,
  SeatsLapsed: ({ people, because }) =>
    `${many(people.length, 'invitation')} lapsed${because === undefined ? '' : `: ${because}`}.`,
  MemberExcluded: () => 'A member was excluded for a conflict of interest.',
  ChairVoteOpened: ({ round }) =>
    round === 1
      ? 'The panel was asked to choose its chair.'
      : 'The vote for the chair was tied, and is held once more.',
  ChairVoteCast: () => 'A member voted for the chair.',
  ChairChosen: ({ lot }) => (lot ? 'The chair was drawn by lot between those tied.' : 'The panel chose its chair.'),
  VoteOpened: ({ matter }) => `The panel was asked to vote ${matters[matter]}.`,
  BallotCast: ({ matter }) => `A member voted ${matters[matter]}.`,
  // How many voted for what is for the panel to know; of an award nobody may know it before the announcement.
  VoteCounted: ({ matter, tally, result }) =>
    `The votes ${matters[matter]} were counted; ${tookPart(tally)} of ${tally.members} took part.${result ? '' : ' The vote is held once more.'}`,
  AppraisalOpened: ({ round }) =>
    round === 1
      ? 'The panel was asked to appraise the proposal.'
      : 'The panel was asked to appraise the revised proposal.',
  ChecklistAnswered: ({ item, finding }) => `The checklist was answered, ${item.replaceAll('-', ' ')}: ${finding}.`,
  AppraisalConcluded: ({ verdict }) => `The panel decided on the proposal: ${verdict}.`,
  ProposalRevised: () => 'The proposer revised the proposal.',
  SpecificationOpened: () => 'The panel started to write the specification.',
  VersionSaved: ({ number, reason }) => `Version ${number} of the specification was saved: ${reason}`,
  CommentMade: ({ version }) => `A comment was made on version ${version}.`,
  CommentAnswered: ({ number }) => `Comment ${number} was answered.`,
  CommentResolved: ({ number }) => `Comment ${number} was resolved.`,
  WorkshopHeld: ({ version, samples }) =>
    `A weighting workshop tried version ${version} on ${many(samples.length, 'sample tender')}.`,
  VersionPutToVote: ({ version }) => `Version ${version} was put to the vote.`,
  SpecificationApproved: ({ version }) => `The panel approved version ${version} of the specification.`,
  SpecificationNotApproved: ({ version }) => `Version ${version} was not approved.`,
  ChangePutToVote: ({ version }) => `A change to the requirements, version ${version}, was put to the vote.`,
  ChangeNotApproved: ({ version }) => `The change to the requirements, version ${version}, was not approved.`,
  BusinessCasePut: ({ version }) => `The business case was put to the approver, with version ${version}.`,
  BusinessCaseApproved: () => 'The approver agreed to the business case, with reasons.',
  BusinessCaseReturned: () => 'The approver returned the business case to the panel, with reasons.',
  BusinessCaseRejected: () => 'The approver rejected the business case, with reasons.',
  TenderPublished: ({ round, terms }) =>
    `The tender was published, round ${round}, with version ${terms.specificationVersion} of the specification.`,
  TenderChanged: ({ version, reason }) =>
    `The requirements were changed: version ${version} of the specification. ${reason} Bidders were asked to reconfirm their tenders.`,
  TenderReconfirmed: () => 'A tender was reconfirmed.',
  QuestionAsked: ({ id }) => `Clarification question ${id} was asked.`,
  QuestionAnswered: ({ id }) => `Clarification question ${id} was answered, to everybody.`,
  QuestionsClosed: () => 'The time for questions ended.',
  TenderSubmitted: () => 'A sealed tender arrived.',
  TenderWithdrawn: () => 'A tender was withdrawn.',
  TenderClosed: ({ tenders }) => `The tender closed with ${many(tenders, 'tender')}.`,
  TendersOpened: ({ tenders }) =>
    `${many(tenders.length, 'tender was', 'tenders were')} opened, and ${tenders.length === 1 ? 'its hash' : 'their hashes'} published.`,
  DeclarationRenewed: () =>
    'Somebody who sits on the panel, or decides on its work, declared whether they have an interest in any organisation that the tenders name.',
  BiddersChecked: ({ members }) =>
    `${many(members.length, 'member was', 'members were')} checked against the actual bidders.`,
  FewTendersDecided: ({ choice, reasons, insteadOf }) =>
    `Fewer than two tenders were received. The panel chose: ${choice}.${inThePlaceOf(insteadOf)} ${reasons}`,
  ComplianceQuestioned: ({ questions }) =>
    `The opening raised ${many(questions.length, 'compliance question')} for people to rule on.`,
  ComplianceRuled: ({ id, second }) =>
    `Compliance question ${id} was ruled on by ${second ? 'a second person' : 'one person'}, with reasons.`,
  PricesQuestioned: ({ questions }) =>
    `The opening of the prices raised ${many(questions.length, 'compliance question')} for people to rule on.`,
  ComplianceRaised: ({ id }) => `Compliance question ${id} was raised by a person, for people to rule on.`,
  MissingDocumentAsked: ({ id }) => `A bidder was asked for a missing document (compliance question ${id}).`,
  MissingDocumentSupplied: ({ question }) =>
    `A bidder supplied the missing document (compliance question ${question}).`,
  ComplianceChecked: ({ findings }) =>
    `${findings.filter(({ reasons }) => reasons.length === 0).length} of ${findings.length} tenders comply.`,
  ScoringOpened: ({ tenders }) => `The scoring of ${many(tenders.length, 'tender')} began.`,
  ScoresSubmitted: () => 'A member submitted their scores for one tender.',
  // How many scores spread too far, and how many were left to the median, says something of the scores.
  ScoringClosed: ({ finished, leftOut }) =>
    `The scoring closed: ${many(finished.length, 'member')} scored, ${leftOut.length} left out.`,
  ModerationMeetingHeld: ({ number, heldOn, present }) =>
    `Moderation meeting ${number} was held on ${heldOn}: ${many(present.length, 'member')} took part.`,
  MeetingPlanned: () => 'A meeting of the panel was planned.',
  MeetingMoved: () => 'A meeting of the panel was moved.',
  MeetingCancelled: () => 'A meeting of the panel was cancelled.',
  MeetingAttended: ({ present }) => `The panel met: ${many(present.length, 'member')} took part.`,
  PaperMarked: ({ paper, reason }) => `Observers can now read ${paperNames[paper]}: ${reason}`,
  PaperUnmarked: ({ paper, reason }) => `Observers can no longer read ${paperNames[paper]}: ${reason}`,
  CriterionModerated: ({ correction }) =>
    correction === undefined
      ? 'The panel agreed on a score that had spread too far.'
      : 'What was recorded of a score that had spread too far was corrected: the panel agreed on it.',
  CriterionNotAgreed: ({ correction }) =>
    correction === undefined
      ? 'The panel did not agree on a score that had spread too far: the median stands.'
      : 'What was recorded of a score that had spread too far was corrected: the panel did not agree, and the median stands.',
  ModerationConcluded: () => 'The chair recorded that the moderation is complete.',
  ModerationClosed: () => 'Moderation closed.',
  PricesOpened: () => 'The prices were opened.',
  PricesQueried: () => 'Bidders were asked to explain very low prices.',
  PriceExplained: () => 'A bidder explained its price.',
  PriceJudged: ({ outcome, insteadOf }) =>
    `The panel decided on a low price, with reasons: ${outcome}.${inThePlaceOf(insteadOf)}`,
  TendersRanked: () => 'The tenders were ranked.',
  RecommendationMade: () => 'The panel decided, with reasons.',
  RecommendationConfirmed: () => 'The approver confirmed what the panel decided.',
  RecommendationRejected: () => 'The approver rejected what the panel decided, with reasons. The panel votes again.',
  LetterWritten: () => 'The letter to a bidder was written.',
  OutcomeAnnounced: ({ standstill }) =>
    standstill
      ? `The outcome was announced. The standstill ends ${told(standstill.ends)}.`
      : 'The outcome was announced.',
  NoticePublished: ({ on, reference }) =>
    `The notice of the intended award was recorded as published on the national platform on ${on}: ${reference}.`,
  RepresentationMade: ({ receivedAt, afterAward }) =>
    receivedAt === undefined
      ? 'A bidder objected.'
      : afterAward
        ? 'A representation that was received before the standstill ended was recorded after the award, which should have waited for it.'
        : 'A representation that was received otherwise was recorded.',
  RepresentationChased: () =>
    'The programme manager, the approver and the members of the panel were told again of a representation that the award should have waited for. Any member can answer it in the chair’s place.',
  RepresentationAnswered: ({ decision, insteadOf }) =>
    `${
      {
        stands: 'The panel answered an objection: its decision stands.',
        reopened: 'The panel reopened its decision.',
        'should not stand': 'The panel answered an objection: the award should not have been made.',
      }[decision]
    }${inThePlaceOf(insteadOf)}`,
  AwardMade: ({ organisationId }) => `The contract was awarded to ${organisationId}.`,
  // The subject of the email is left out: that an interest was flagged is not everybody's to know.
  PeopleTold: ({ mails }) => `An email was sent to ${partiesTold(mails.flatMap(({ to }) => to))}.`,
  ProvidersTold: ({ to, subject }) =>
    `${to === 'every provider' ? 'Every provider was' : 'Those concerned were'} sent an email: ${subject}.`,
  ChallengeMade: ({ practiceId }) => `${practiceId} challenged how the case is run.`,
  ChallengeAnswered: ({ finding, reasons }) => `A challenge was answered, ${finding}: ${reasons}`,
  ChallengeEscalated: () => 'A challenge was not answered in time: the approver may answer it too.',
  MilestoneOpened: ({ milestone, checklist }) =>
    `The milestone “${milestone}” was opened, with version ${checklist.version} of its checklist.`,
  MilestoneItemAnswered: ({ milestone, item, finding }) =>
    `The checklist of “${milestone}” was answered. ${questionOf(milestone, item)}: ${finding}.`,
  MilestoneReached: ({ milestone, reasons, goLiveOn }) =>
    `The milestone “${milestone}” was reached: ${reasons}${goLiveOn ? ` The service goes live on ${dayTold(goLiveOn)}.` : ''}`,
  GoLiveMoved: ({ goLiveOn, reason }) => `The service goes live on ${dayTold(goLiveOn)}: ${reason}`,
  BenefitsReviewed: () => 'What was promised was compared with what was achieved.',
  ChecklistItemLearnt: ({ milestone, item, checklist }) =>
    `The checklist of “${milestone}” has a new question from this case, in version ${checklist.version}: ${item.question}`,
}

/** @param data absent when the payload was erased */
export function tell(type: string, data: unknown): string {
  const say = telling[type as CaseEvent['type']] as ((data: unknown) => string) | undefined
  if (data === undefined || data === null) return `${inWords(type)} (its content has been erased).`
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
