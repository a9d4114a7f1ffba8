import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent, Recorded } from '../../../domain/case/event.ts'
import type { Occasion } from '../../../domain/conflict/conflict.ts'
import { decideDecision } from '../../../domain/decision/decide.ts'
import { type DecisionStep, stepDecision } from '../../../domain/decision/step.ts'
import type { GivenScores } from '../../../domain/evaluation/evaluation.ts'
import { type EvaluationStep, stepEvaluation } from '../../../domain/evaluation/step.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import { chain, GENESIS, type Head } from '../../../domain/record/chain.ts'
import { type Export, FORMAT } from '../../../domain/record/export.ts'
import type { PublishedTerms } from '../../../domain/tender/tender.ts'
import { dueAfter } from '../../../domain/time/deadline.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { by, CHAIR, caseIn, members, on, START, STEP } from '../case-in.ts'
import { doer } from '../doer.ts'
import { bytesIn, price } from '../evaluation/price.ts'
import { matter, opened, renewed, scoredBy } from '../evaluation/scored.ts'
import { following, pastOf, submitted } from '../story.ts'
import { sealed } from '../tender/terms.ts'

/** A case played in the domain, and the record that the service would have kept of it. */

export interface Played {
  terms: PublishedTerms
  /** By bidder: its price in pence. */
  bids: Record<string, number>
  scores(member: string, organisationId: string): GivenScores
  /** Excluded while prices are sealed, once all scores are in. */
  excluded?: string
  /** Excluded once the tenders are ranked. */
  excludedAfter?: string
  option: string
}

/** When the last thing happened. */
const now = (theCase: Case): Instant => pastOf(theCase).at(-1)?.at ?? START

const evaluated = (theCase: Case, type: EvaluationStep['type'], more: object = {}, at = now(theCase)): Case => {
  const step = { type, attempt: theCase.life.attempt, matter: matter(theCase), ...more } as EvaluationStep
  return following(theCase, stepEvaluation(theCase, step, on(at)), at, STEP)
}

/** Once its time is over, where anything is to be agreed. */
const moderationClosed = (theCase: Case): Case =>
  evaluated(
    theCase,
    'CloseModeration',
    {},
    theCase.life.wait?.name === 'moderation' ? theCase.life.wait.dueAt : now(theCase),
  )

const decided = (theCase: Case, type: DecisionStep['type'], at = now(theCase)): Case =>
  following(
    theCase,
    stepDecision(
      theCase,
      {
        ...{ type, attempt: theCase.life.attempt, matter: matter(theCase), most: 10, bytes: 1_000_000 },
        names: { harbour: 'Harbour', meadow: 'Meadow', brook: 'Brook' },
      },
      on(at),
    ),
    at,
    STEP,
  )

const entered = (theCase: Case, stage: Case['life']['stage']): Case =>
  following(theCase, [{ type: 'StageEntered', data: { stage, attempt: theCase.life.attempt + 1 } }], now(theCase), STEP)

/** A case entering its first tender. */
export const beginning = (): Case => caseIn('tender')

/** From the publication to the panel's vote, counted and confirmed. */
export function playedRound(theCase: Case, { terms, bids, scores, excluded, excludedAfter, option }: Played): Case {
  const { tender } = theCase
  const round = tender?.round ?? 1
  const tenders = Object.entries(bids).map(([organisationId, pence]) => ({
    organisationId,
    quality: sealed(`${round}-${organisationId}-quality`),
    price: {
      ...sealed(`${round}-${organisationId}-price`),
      contentSha256: bytesIn(price(pence, numberOf(organisationId)).plaintext),
    },
  }))
  const provider = by('pia', 'provider')
  const opens = now(theCase)
  const closes = dueAfter(opens, theCase.ruleBook.tender.openFor)
  const published = following(
    following(theCase, [versionOf(terms)], opens, by(CHAIR, 'panel-member')),
    [
      { type: 'TenderPublished', data: { round, terms, keyName: 'k', publicKeys: { quality: 'q', price: 'p' } } },
      { type: 'WaitOpened', data: { name: 'tenders', dueAt: closes } },
    ],
    opens,
    STEP,
  )
  const submitted = tenders.map((one) => ({ type: 'TenderSubmitted' as const, data: { ...one, submittedBy: 'pia' } }))
  const closed = following(
    following(published, submitted, opens, provider),
    [
      { type: 'TenderClosed', data: { round, deadline: closes, tenders: tenders.length } },
      { type: 'TendersOpened', data: { round, tenders: tenders.map((one) => ({ ...one, opening: opened() })) } },
    ],
    closes,
    STEP,
  )
  const checked = evaluated(
    approverToo(declared(evaluated(entered(closed, 'evaluation'), 'CheckBidders'))),
    'CheckCompliance',
  )
  const open = evaluated(evaluated(checked, 'CloseCompliance'), 'OpenScoring')
  const scored = votingMembers(open.panel).reduce(
    (before, member) =>
      Object.keys(bids).reduce((so, bidder) => scoredBy(so, member, bidder, scores(member, bidder), now(so)), before),
    open,
  )
  const left = without(evaluated(scored, 'CloseScoring'), excluded)
  const prices = Object.fromEntries(Object.entries(bids).map(([id, pence]) => [id, price(pence, numberOf(id))]))
  const ranked = evaluated(evaluated(moderationClosed(left), 'OpenPrices', { prices }), 'RankTenders')
  return confirmed(decided(without(entered(ranked, 'decision'), excludedAfter), 'OpenAwardVote'), option)
}

const declared = (theCase: Case): Case => renewed(theCase, votingMembers(theCase.panel), now(theCase))

const versionOf = ({ specificationVersion, ...terms }: PublishedTerms): CaseEvent => ({
  type: 'VersionSaved',
  data: { number: specificationVersion, content: { sections: [], ...terms } as never, reason: 'So.', person: CHAIR },
})

/** Whoever confirms has nothing to declare, either. */
const approverToo = (theCase: Case): Case => {
  const nothing = { kind: 'nothing to declare' as const }
  const data = { round: theCase.evaluation?.round ?? 1, person: 'ana', said: nothing, declaration: nothing }
  return following(theCase, [{ type: 'DeclarationRenewed', data }], now(theCase), by('ana', 'approver'))
}

const without = (theCase: Case, person: string | undefined): Case =>
  person === undefined
    ? theCase
    : following(
        theCase,
        [checked('register', { [person]: 'barred' }), { type: 'MemberExcluded', data: { person, reason: 'A tie.' } }],
        now(theCase),
      )

const practiceOf = (person: string): string => `practice-of-${person}`

const checked = (occasion: Occasion, standings: Record<string, 'clear' | 'barred'>): CaseEvent => {
  const findings = [{ rule: 'bar-this-case' as const, evidence: 'A tie.' }]
  const results = Object.entries(standings).map(([person, result]) => [
    person,
    { result, findings: result === 'clear' ? [] : findings },
  ])
  return { type: 'ConflictsChecked', data: { occasion, register: '0', results: Object.fromEntries(results) } }
}

/** Of the bidder, for the lot. */
const numberOf = (organisationId: string): number => organisationId.length

function confirmed(theCase: Case, option: string): Case {
  const voted = votingMembers(theCase.panel).reduce(
    (before, person) =>
      following(
        before,
        decideDecision(
          before,
          { type: 'VoteOnAward', person, round: 1, option, reasons: `${person}: ${option}.` },
          on(now(before)),
        ),
        now(before),
        { person, as: 'panel-member' },
      ),
    theCase,
  )
  const counted = decided(voted, 'CountAwardVote')
  return following(
    counted,
    decideDecision(counted, { type: 'ConfirmRecommendation', reasons: 'It follows.' }, on(now(counted))),
    now(counted),
    { person: 'ana', as: 'approver' },
  )
}

export const tenderedAgain = (theCase: Case): Case => entered(theCase, 'tender')

/** Letters, announcement, and the award once the standstill is over. */
export function awarded(theCase: Case): Case {
  const announced = decided(decided(theCase, 'WriteLetters'), 'AnnounceOutcome')
  return decided(announced, 'MakeAward', announced.life.wait?.dueAt)
}

/** What makes the case that stories begin with. */
const before = (theCase: Case): CaseEvent[] => [
  // What it costs is what the case says that it does.
  { type: 'ProposalSubmitted', data: { form: theCase.proposal.form, submittedBy: theCase.proposal.submittedBy } },
  ...submitted.slice(1),
  { type: 'ProposalAccepted', data: { ruleBook: theCase.ruleBook } },
  { type: 'StageEntered', data: { stage: 'nomination', attempt: 2 } },
  { type: 'NominationOpened', data: { practices: members.map(practiceOf) } },
  ...members.flatMap((person): CaseEvent[] => [
    { type: 'PersonNominated', data: { person, practiceId: practiceOf(person), profession: 'gp', experienced: false } },
    { type: 'NominationAccepted', data: { person, declaration: { kind: 'nothing to declare' } } },
  ]),
  { type: 'NominationClosed', data: { pool: members } },
  { type: 'StageEntered', data: { stage: 'panel-formation', attempt: 3 } },
  checked('panel formation', Object.fromEntries(members.map((person) => [person, 'clear']))),
  { type: 'PanelFilledWithoutDraw', data: { people: members } },
  ...members.map((person) => ({ type: 'SeatAccepted' as const, data: { person } })),
  { type: 'ChairVoteOpened', data: { round: 1, candidates: [CHAIR], seed: { name: 'a-seed', hash: '0'.repeat(64) } } },
  { type: 'ChairVoteCast', data: { round: 1, person: CHAIR, candidate: CHAIR } },
  { type: 'ChairChosen', data: { person: CHAIR, votes: { [CHAIR]: 1 } } },
  { type: 'StageEntered', data: { stage: 'specification', attempt: 4 } },
  { type: 'SpecificationOpened', data: {} },
  { type: 'VersionPutToVote', data: { version: 2 } },
  { type: 'VoteOpened', data: { matter: 'specification', options: ['for', 'against'], on: '2' } },
  ...members.map((person) => ({
    type: 'BallotCast' as const,
    data: { matter: 'specification' as const, round: 1, person, option: 'for', reasons: 'It is right.' },
  })),
  {
    type: 'VoteCounted',
    data: {
      ...{ matter: 'specification', round: 1, result: { kind: 'carried', option: 'for' } },
      tally: { votes: { for: members.length, against: 0 }, abstentions: 0, members: members.length },
    },
  },
  { type: 'SpecificationApproved', data: { version: 2 } },
  { type: 'BusinessCasePut', data: { round: 1, version: 2 } },
  { type: 'BusinessCaseApproved', data: { reasons: 'It is worth it.' } },
]

/** The record of a case that began here. */
export function recordOf(theCase: Case): Export {
  const events: Recorded[] = [
    ...before(theCase).map((event) => ({ ...event, at: START, by: doer(beginning(), event) })),
    ...pastOf(theCase),
  ]
  let head: Head = GENESIS
  const recorded = events.map(({ type, data, at, by }, index) => {
    const payload = { salt: index.toString(16).padStart(32, '0'), data: JSON.parse(JSON.stringify(data)) as unknown }
    const entry = chain(head, { caseId: theCase.id, at, by, type }, payload)
    head = { sequence: entry.sequence, hash: entry.hash }
    return { entry, payload }
  })
  return { format: FORMAT, caseId: theCase.id, head, events: recorded }
}
