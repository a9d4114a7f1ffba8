import { createHash } from 'node:crypto'
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
import { fromBase64 } from '../../../domain/tender/envelope.ts'
import type { PublishedTerms } from '../../../domain/tender/tender.ts'
import { CHAIR, caseIn, members, on, START } from '../case-in.ts'
import { price } from '../evaluation/price.ts'
import { matter, opened, renewed, scoredBy } from '../evaluation/scored.ts'
import { following, manager, pastOf, submitted } from '../story.ts'
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

const bytesIn = (plaintext: string) => createHash('sha256').update(fromBase64(plaintext)).digest('hex')

const stepped = (theCase: Case, step: (attempt: number) => CaseEvent[]): Case =>
  following(theCase, step(theCase.life.attempt), START, { step: 'a-step' })

const evaluated = (theCase: Case, type: EvaluationStep['type'], more: object = {}): Case =>
  stepped(theCase, (attempt) =>
    stepEvaluation(theCase, { type, attempt, matter: matter(theCase), ...more } as EvaluationStep, on(START)),
  )

const decided = (theCase: Case, type: DecisionStep['type'], at = START): Case =>
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
    { step: 'a-step' },
  )

const entered = (theCase: Case, stage: Case['life']['stage']): Case =>
  following(theCase, [{ type: 'StageEntered', data: { stage, attempt: theCase.life.attempt + 1 } }], START)

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
  const published = following(
    theCase,
    [
      { type: 'TenderPublished', data: { round, terms, keyName: 'k', publicKeys: { quality: 'q', price: 'p' } } },
      ...tenders.map((one) => ({ type: 'TenderSubmitted' as const, data: { ...one, submittedBy: 'pia' } })),
      { type: 'TenderClosed', data: { round, deadline: START, tenders: tenders.length } },
      { type: 'TendersOpened', data: { round, tenders: tenders.map((one) => ({ ...one, opening: opened() })) } },
    ],
    START,
  )
  const checked = evaluated(renewed(evaluated(entered(published, 'evaluation'), 'CheckBidders')), 'CheckCompliance')
  const open = evaluated(evaluated(checked, 'CloseCompliance'), 'OpenScoring')
  const scored = votingMembers(open.panel).reduce(
    (before, member) =>
      Object.keys(bids).reduce((so, bidder) => scoredBy(so, member, bidder, scores(member, bidder)), before),
    open,
  )
  const closed = evaluated(scored, 'CloseScoring')
  const left = without(closed, excluded)
  const prices = Object.fromEntries(Object.entries(bids).map(([id, pence]) => [id, price(pence, numberOf(id))]))
  const ranked = evaluated(evaluated(evaluated(left, 'CloseModeration'), 'OpenPrices', { prices }), 'RankTenders')
  return confirmed(decided(without(entered(ranked, 'decision'), excludedAfter), 'OpenAwardVote'), option)
}

const without = (theCase: Case, person: string | undefined): Case =>
  person === undefined
    ? theCase
    : following(
        theCase,
        [checked('register', { [person]: 'barred' }), { type: 'MemberExcluded', data: { person, reason: 'A tie.' } }],
        START,
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
          on(START),
        ),
        START,
        { person, as: 'panel-member' },
      ),
    theCase,
  )
  const counted = decided(voted, 'CountAwardVote')
  return following(
    counted,
    decideDecision(counted, { type: 'ConfirmRecommendation', reasons: 'It follows.' }, on(START)),
    START,
    { person: 'ana', as: 'approver' },
  )
}

export const tenderedAgain = (theCase: Case): Case => entered(theCase, 'tender')

/** Letters, announcement, and the award once the standstill is over. */
export function awarded(theCase: Case, after = '2026-03-02T09:00:00.000Z'): Case {
  return decided(decided(decided(theCase, 'WriteLetters'), 'AnnounceOutcome'), 'MakeAward', after)
}

/** What makes the case that stories begin with. */
const before = (theCase: Case): CaseEvent[] => [
  ...submitted,
  { type: 'ProposalAccepted', data: { ruleBook: theCase.ruleBook } },
  { type: 'NominationOpened', data: { practices: members.map(practiceOf) } },
  ...members.flatMap((person): CaseEvent[] => [
    { type: 'PersonNominated', data: { person, practiceId: practiceOf(person), profession: 'gp', experienced: false } },
    { type: 'NominationAccepted', data: { person, declaration: { kind: 'nothing to declare' } } },
  ]),
  { type: 'NominationClosed', data: { pool: members } },
  checked('panel formation', Object.fromEntries(members.map((person) => [person, 'clear']))),
  { type: 'PanelFilledWithoutDraw', data: { people: members } },
  ...members.map((person) => ({ type: 'SeatAccepted' as const, data: { person } })),
  { type: 'ChairVoteOpened', data: { round: 1, candidates: [CHAIR], seed: { name: 'a-seed', hash: '0'.repeat(64) } } },
  { type: 'ChairVoteCast', data: { round: 1, person: CHAIR, candidate: CHAIR } },
  { type: 'ChairChosen', data: { person: CHAIR, votes: { [CHAIR]: 1 } } },
]

/** The record of a case that began here. */
export function recordOf(theCase: Case): Export {
  const events: Recorded[] = [
    ...before(theCase).map((event) => ({ ...event, at: START, by: manager })),
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
