import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import type { Matter } from '../conflict/matter.ts'
import { evolveEvaluation } from '../evaluation/evolve.ts'
import { asItStands, awardable } from '../evaluation/without-excluded.ts'
import { votingMembers } from '../panel/panel.ts'
import { recheckMembers } from '../panel/recheck.ts'
import { votingIn } from '../panel/voting.ts'
import { refuseUnless } from '../refusal.ts'
import { bidders } from '../tender/tender.ts'
import { told } from '../time/deadline.ts'
import { countRound, openVote } from '../vote/decide.ts'
import type { OpenVote, Result, Vote } from '../vote/vote.ts'
import { openWait, openWaitUntil } from '../wait/decide.ts'
import type { DecisionIn, Recommendation } from './decision.ts'
import { groundsOf } from './grounds.ts'
import { assembleLetter } from './letter.ts'
import { standstillFrom } from './standstill.ts'
import { standstillIsOver, voteIsOver } from './waits.ts'

export type DecisionStep =
  | { type: 'OpenAwardVote'; attempt: number; matter: Matter }
  | { type: 'CountAwardVote'; attempt: number }
  /**
   * @param most how many letters at once, and `bytes` how long they may be together: a transaction holds only so much
   * @param names of organisations, by identifier
   * @param from the company that runs the panel, by name
   */
  | {
      type: 'WriteLetters'
      attempt: number
      most: number
      bytes: number
      names: Record<string, string>
      from?: string | undefined
    }
  | { type: 'AnnounceOutcome'; attempt: number }
  | { type: 'MakeAward'; attempt: number }

/** What the workflow's own steps decide. Doing a step twice is doing it once. */
export function stepDecision(theCase: Case, step: DecisionStep, { at, by }: Circumstances): CaseEvent[] {
  mustBeCurrent(theCase, step.attempt)
  const { decision, life } = theCase
  refuseUnless(decision && life.stage === 'decision', 'WrongStage', 'This case is not in the stage “decision”.')
  switch (step.type) {
    case 'OpenAwardVote':
      return decision.status === 'due' ? openAwardVote(theCase, step.matter, { at, by }) : []
    case 'CountAwardVote':
      return decision.status === 'voting' && voteIsOver(theCase, at) ? countVote(theCase, decision, { at, by }) : []
    case 'WriteLetters':
      return decision.status === 'confirmed' ? writeLetters(theCase, decision, step) : []
    case 'AnnounceOutcome':
      return decision.status === 'confirmed' ? announce(theCase, decision, at) : []
    case 'MakeAward': {
      if (decision.status !== 'standstill' || decision.recommendation.outcome !== 'award') return []
      const over = standstillIsOver(theCase, at)
      // The standstill became longer since it was attended to, by an objection or by the notice: it is attended to again.
      if (!over && life.wait?.name === 'standstill') return []
      refuseUnless(
        over,
        'TooEarly',
        `The standstill is open${life.wait ? ` until ${told(life.wait.dueAt)}` : ''}, and until every representation is answered and every flagged interest ruled on.`,
      )
      const { organisationId } = decision.recommendation
      return [{ type: 'AwardMade', data: { sitting: decision.sitting, organisationId } }]
    }
  }
}

/** Interests are checked once more; where that excludes somebody, the panel votes on the result without them at once. */
function openAwardVote(theCase: Case, matter: Matter, { at, by }: Circumstances): CaseEvent[] {
  const rechecked = recheckMembers(theCase, matter, 'vote')
  const evaluation = rechecked.reduce(
    (before, event) => evolveEvaluation(before, { ...event, at, by }, theCase.compliance),
    theCase.evaluation,
  )
  const first = evaluation ? awardable({ ...theCase, evaluation }) : undefined
  const options = [...(first === undefined ? [] : ['award']), 'no award', 're-tender']
  return [
    ...rechecked,
    openVote('award', options, first),
    openWait(theCase, 'panel vote', at, theCase.ruleBook.decision.voteWithin),
  ]
}

function countVote(theCase: Case, { vote, sitting }: DecisionIn<'voting'>, { at }: Circumstances): CaseEvent[] {
  if (vote.status !== 'open') return []
  const { ruleBook, panel } = theCase
  const { voteWithin, confirmWithin } = ruleBook.decision
  const members = votingMembers(panel)
  const counted = countRound('award', vote, members, votingIn(theCase))
  const result = counted.flatMap((event) => (event.type === 'VoteCounted' ? (event.data.result ?? []) : []))[0]
  // Tied: it is put once more.
  if (!result) return [...counted, openWait(theCase, 'panel vote', at, voteWithin)]
  const recommendation = recommend(result, vote)
  const reasons = reasonsFor(vote.ballots, result, members)
  return [
    ...counted,
    { type: 'RecommendationMade', data: { sitting, recommendation, reasons } },
    openWait(theCase, 'confirmation', at, confirmWithin),
  ]
}

/** A vote that is tied twice carries nothing: no award, which the approver confirms or gives back to the panel. */
export function recommend(result: Result, { on }: Pick<Vote, 'on'>): Recommendation {
  if (result.kind === 'not carried') return { outcome: 'no award' }
  if (result.option === 'award' && on !== undefined) return { outcome: 'award', organisationId: on }
  return result.option === 're-tender' ? { outcome: 're-tender' } : { outcome: 'no award' }
}

/** Of the members whose votes carried it. */
export function reasonsFor(ballots: OpenVote['ballots'], result: Result, members: readonly string[]): string[] {
  if (result.kind === 'not carried')
    return ['The vote was tied, and tied again when it was held once more, so nothing was carried.']
  // In the order of their words: in the order of the members they would say who gave which.
  return members.flatMap((member) => (ballots[member]?.option === result.option ? ballots[member].reasons : [])).sort()
}

/** For an award and for no award; before a re-tender scores stay closed, or the next tender would be written to them. */
const bringsLetters = ({ recommendation }: DecisionIn<'confirmed'>): boolean => recommendation.outcome !== 're-tender'

const unwritten = ({ tender }: Case, decision: DecisionIn<'confirmed'>): string[] =>
  bringsLetters(decision) ? bidders(tender).filter((bidder) => !decision.letters.includes(bidder)) : []

function writeLetters(
  theCase: Case,
  decision: DecisionIn<'confirmed'>,
  { most, bytes, names, from }: Extract<DecisionStep, { type: 'WriteLetters' }>,
): CaseEvent[] {
  const { tender } = theCase
  refuseUnless(tender && tender.status !== 'due', 'TooEarly', 'There is no tender yet.')
  const records = {
    ...{ theCase: asItStands(theCase), asMade: theCase, names, criteria: tender.terms.criteria },
    ...(from !== undefined && { from }),
  }
  const events: CaseEvent[] = []
  let length = 0
  for (const organisationId of unwritten(theCase, decision).slice(0, most)) {
    const letter = assembleLetter(records, organisationId, decision)
    length += new TextEncoder().encode(JSON.stringify(letter)).length
    if (events.length > 0 && length > bytes) break
    events.push({ type: 'LetterWritten', data: { sitting: decision.sitting, organisationId, letter } })
  }
  return events
}

function announce(theCase: Case, decision: DecisionIn<'confirmed'>, at: string): CaseEvent[] {
  const { sitting, recommendation, reasons } = decision
  refuseUnless(
    unwritten(theCase, decision).length === 0,
    'TooEarly',
    'Nothing is announced until every letter is written.',
  )
  switch (recommendation.outcome) {
    case 'award': {
      const standstill = standstillFrom(theCase.ruleBook.decision.standstill, at)
      return [
        {
          type: 'OutcomeAnnounced',
          data: { sitting, standstill, notice: noticeOf(theCase, decision, recommendation.organisationId) },
        },
        openWaitUntil(theCase, 'standstill', at, standstill.ends),
      ]
    }
    case 'no award':
      return [
        { type: 'OutcomeAnnounced', data: { sitting } },
        { type: 'CaseEnded', data: { outcome: 'not awarded', reason: [...new Set(reasons)].join('\n') } },
      ]
    // The next stage says it: the tender is published again.
    case 're-tender':
      return []
  }
}

/** Who, for how much, and on what grounds: the evaluation is public with the award. */
export function noticeOf(theCase: Case, decision: DecisionIn<'confirmed'>, organisationId: string) {
  const { evaluation, head } = theCase
  const prices = evaluation && 'prices' in evaluation ? evaluation.prices : []
  const price = prices.find((one) => one.organisationId === organisationId)
  const grounds = groundsOf(theCase, decision)
  return {
    ...{ organisationId, head: { hash: head.hash } },
    ...(price && 'pence' in price && { pence: price.pence }),
    ...(grounds && { grounds }),
  }
}

/** Which way the workflow goes on from here. */
export function courseOf({ decision }: Case): 'vote' | 'confirm' | 'award' | 'no award' | 're-tender' | 'over' {
  switch (decision?.status) {
    case undefined:
    case 'due':
    case 'voting':
      return 'vote'
    case 'recommended':
      return 'confirm'
    case 'confirmed':
    case 'standstill':
      return decision.recommendation.outcome
    case 'awarded':
      return 'award'
    case 'not awarded':
    case 'void':
      return 'over'
  }
}
