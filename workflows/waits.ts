import type { Party } from '../domain/case/party.ts'
import type { WaitName } from '../domain/wait/wait.ts'

export interface WaitInWords {
  /** The state that asks, in kebab case. */
  asked: string
  /** Who is waited for. */
  who: string
  /** What they are asked to do, after "waits for … to". */
  what: string
  /** The same of one kind of party, where kinds are asked for different things. */
  whatOf?: Partial<Record<Party['kind'], string>>
}

/** What these parties are asked to do. */
export function whatIsAsked(name: WaitName, parties: Pick<Party, 'kind'>[]): string {
  const { what, whatOf = {} } = waits[name]
  const asked = new Set(parties.map(({ kind }) => whatOf[kind] ?? what))
  const [one] = asked
  return asked.size === 1 && one !== undefined ? one : what
}

/** What a challenge asks of whoever answers it; it is in no wait, and rides on all. */
export const challengeAsks = 'answer a practice’s challenge to how the case is run'

/** What an erasure asks of whoever is second; it is in no wait, and comes when the case has ended. */
export const erasureAsks = 'agree to an erasure, or ask the person who wants it to take it back'

/** Who waits for whom: every wait of every stage, with the state of the workflow that asks. */
export const waits: Record<WaitName, WaitInWords> = {
  triage: { asked: 'ask-for-the-triage', who: 'the programme manager', what: 'accept the proposal or return it' },
  correction: { asked: 'ask-for-the-triage', who: 'the proposer', what: 'correct the returned proposal' },
  nominations: {
    asked: 'ask-for-the-nominations',
    who: 'the practices and their nominees',
    what: 'nominate or decline, and declare interests',
    whatOf: { practice: 'nominate or decline', person: 'accept or decline, and declare interests' },
  },
  adjudication: {
    asked: 'ask-for-the-rulings',
    who: 'the programme manager',
    what: 'rule on the flagged interests',
  },
  rulings: {
    asked: 'ask-for-the-rulings-on-the-pool',
    who: 'the programme manager',
    what: 'rule on the flagged interests of those who could be drawn',
  },
  pool: {
    asked: 'wait-for-the-draw',
    who: 'the programme manager',
    what: 'choose which limit to change, or find more nominees',
  },
  contributions: {
    asked: 'wait-for-the-draw',
    who: 'the practices',
    what: 'contribute a random number to the draw',
  },
  draw: { asked: 'wait-for-the-draw', who: 'nobody', what: 'the draw’s randomness does not exist before then' },
  reveals: {
    asked: 'wait-for-the-draw',
    who: 'the practices that contributed',
    what: 'reveal the random number they contributed',
  },
  numbers: {
    asked: 'wait-for-the-draw',
    who: 'the programme manager, the deputy or the approver: two of them',
    what: 'enter the public numbers that the draw was bound to',
  },
  invitations: {
    asked: 'ask-for-the-answers-of-the-invited',
    who: 'the people drawn',
    what: 'accept or decline a seat',
  },
  chair: { asked: 'ask-for-the-votes-for-the-chair', who: 'the panel', what: 'choose its chair' },
  appraisal: { asked: 'ask-for-the-appraisal', who: 'the panel', what: 'vote on the proposal, with reasons' },
  revision: {
    asked: 'ask-for-the-appraisal',
    who: 'the proposer',
    what: 'revise the proposal that the panel returned',
  },
  specification: {
    asked: 'ask-for-the-specification',
    who: 'the panel',
    what: 'write the specification and put it to the vote',
  },
  'specification vote': { asked: 'ask-for-the-specification', who: 'the panel', what: 'vote on a version' },
  'business case': {
    asked: 'ask-for-the-answer-of-the-approver',
    who: 'the approver',
    what: 'decide on the business case',
  },
  tenders: {
    asked: 'ask-for-the-tenders',
    who: 'the providers',
    what: 'ask questions and tender',
    whatOf: { 'programme-manager': 'answer the providers’ questions', person: 'vote on a change to the requirements' },
  },
  'few tenders': {
    asked: 'ask-the-panel-how-to-go-on',
    who: 'the panel’s chair',
    what: 'record how the panel continues with fewer than two tenders',
  },
  declarations: {
    asked: 'ask-for-the-declarations',
    who: 'the panel’s members',
    what: 'declare any interest in the organisations that tendered',
  },
  compliance: {
    asked: 'ask-about-the-compliance',
    who: 'the programme manager and the panel’s chair',
    what: 'rule on a problem found with a tender',
    whatOf: { person: 'say whether a tender is excluded for a problem found with it' },
  },
  'missing document': {
    asked: 'ask-about-the-compliance',
    who: 'the bidders concerned',
    what: 'supply a document that is missing',
  },
  substitute: {
    asked: 'ask-for-the-substitute',
    who: 'the search for a substitute',
    what: 'make sure that the vacant seat is filled, or allow more time',
  },
  scores: {
    asked: 'ask-for-the-scores',
    who: 'the panel’s members',
    what: 'score every tender',
    whatOf: { 'programme-manager': 'send the case back, because too few members are left' },
  },
  moderation: {
    asked: 'ask-for-the-moderation',
    who: 'the panel',
    what: 'agree on the scores that spread too far, and close the moderation',
    whatOf: { 'programme-manager': 'make sure that the panel has its quorum and its chair, or send the case back' },
  },
  'price explanation': {
    asked: 'ask-about-the-low-prices',
    who: 'the bidders concerned',
    what: 'explain a very low price',
  },
  'price decision': {
    asked: 'ask-about-the-low-prices',
    who: 'the panel',
    what: 'decide on a very low price, with reasons',
    whatOf: { 'programme-manager': 'make sure that the panel has its chair, or send the case back' },
  },
  'panel vote': {
    asked: 'ask-for-the-panel-vote',
    who: 'the panel',
    what: 'vote on the outcome, with reasons',
    whatOf: { 'programme-manager': 'rule on the flagged interest of a member: the votes are not counted before' },
  },
  confirmation: { asked: 'ask-for-the-confirmation', who: 'the approver', what: 'confirm the outcome or reject it' },
  standstill: {
    asked: 'ask-for-the-standstill',
    who: 'the bidders',
    what: 'object, if they wish',
    whatOf: {
      person: 'answer the bidders’ objections',
      'programme-manager':
        'see to what the award waits for: the panel’s answer to an objection, a ruling on a flagged interest, or the record of the notice',
    },
  },
  'plan agreed': {
    asked: 'ask-for-the-milestone',
    who: 'the programme manager',
    what: 'agree the plan with the provider, using its checklist',
  },
  'ready to go live': {
    asked: 'ask-for-the-milestone',
    who: 'the programme manager',
    what: 'check that the service is ready to go live, using its checklist',
  },
  'first months': { asked: 'ask-for-the-milestone', who: 'nobody', what: 'the service is in its first months' },
  'did it work': {
    asked: 'ask-for-the-milestone',
    who: 'the programme manager',
    what: 'review whether it worked: compare what was promised with what was achieved',
  },
}
