import type { Case } from '../case/case.ts'
import { mustBeIn, mustBeOpen } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { attendanceFaults } from '../panel/attendance.ts'
import { chair as chairOf, votingMembers } from '../panel/panel.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { bidders } from '../tender/tender.ts'
import { dueAfter, told } from '../time/deadline.ts'
import { toldExactly } from '../time/exactly.ts'
import { castBallot } from '../vote/decide.ts'
import type { VoteEvent } from '../vote/vote.ts'
import { extension, openWaitUntil, type WaitEvent } from '../wait/decide.ts'
import { mayConsider } from './considering.ts'
import { type Decision, type DecisionEvent, isAnnounced, unansweredRepresentations } from './decision.ts'
import { mustBeDisinterested, type Own } from './disinterested.ts'
import { endAfterFurtherDecision } from './standstill.ts'
import { voteIsOver } from './waits.ts'

export type DecisionCommand =
  | { type: 'VoteOnAward'; person: string; round: number; option: string; reasons: string }
  /** @param own whom the approver belongs to, and the register by whose names it is known */
  | {
      type: 'ConfirmRecommendation' | 'RejectRecommendation'
      own?: Own
      reasons: string
    }
  | { type: 'MakeRepresentation'; organisationId: string; text: string }
  /** The panel's further decision, communicated by its chair: the award stands, or the panel votes again. */
  | {
      type: 'AnswerRepresentation'
      chair: string
      id: number
      decision: 'stands' | 'reopened'
      reasons: string
      /** The members who considered it. */
      present: string[]
    }

export function decideDecision(
  theCase: Case,
  command: DecisionCommand,
  circumstances: Circumstances,
): (DecisionEvent | VoteEvent | WaitEvent)[] {
  const { at } = circumstances
  // The law gives bidders the standstill: a pause of ours does not take it away.
  if (command.type === 'MakeRepresentation') return makeRepresentation(theCase, command, at)
  mustBeIn(theCase, 'decision')
  const { decision } = theCase
  switch (command.type) {
    case 'VoteOnAward': {
      const { type: _, ...ballot } = command
      const vote = decision && 'vote' in decision ? decision.vote : undefined
      refuseUnless(decision?.status !== 'voting' || !voteIsOver(theCase, at), 'TooLate', 'This vote is over.')
      return castBallot('award', vote, votingMembers(theCase.panel), ballot)
    }
    case 'ConfirmRecommendation':
    case 'RejectRecommendation': {
      const { sitting } = recommended(decision)
      mustBeDisinterested(theCase, command.own)
      const type = command.type === 'ConfirmRecommendation' ? 'RecommendationConfirmed' : 'RecommendationRejected'
      return [{ type, data: { sitting, reasons: command.reasons } }]
    }
    case 'AnswerRepresentation':
      return answerRepresentation(theCase, command, at)
  }
}

function recommended(decision: Decision | undefined): Extract<Decision, { status: 'recommended' }> {
  refuseUnless(
    decision && decision.sitting > 0 && decision.status !== 'voting',
    'TooEarly',
    'The panel has not decided yet.',
  )
  refuseUnless(decision.status !== 'due', 'AlreadyDone', 'This is back with the panel, which will vote again.')
  refuseUnless(decision.status === 'recommended', 'AlreadyDone', 'The panel’s decision has already been confirmed.')
  return decision
}

function makeRepresentation(
  theCase: Case,
  { organisationId, text }: Extract<DecisionCommand, { type: 'MakeRepresentation' }>,
  at: string,
): (DecisionEvent | WaitEvent)[] {
  const { decision, life, tender } = theCase
  if (life.status === 'ended') mustBeOpen(theCase)
  refuseUnless(bidders(tender).includes(organisationId), 'NotFound', 'Your organisation has not tendered in this case.')
  refuseUnless(
    life.stage === 'decision' && decision?.status === 'standstill',
    'WrongStage',
    isAnnounced(decision)
      ? 'There is no standstill, so representations cannot be made.'
      : 'Representations can be made once the outcome has been announced.',
  )
  const { ends, citation } = decision.standstill
  if (at >= ends)
    throw new Refusal(
      'TooLate',
      `Your representation arrived at ${toldExactly(at)}. Representations had to be made before ${told(ends)} (${citation}). It was not accepted.`,
    )
  const made: DecisionEvent = {
    type: 'RepresentationMade',
    data: { id: decision.representations.length + 1, organisationId, text },
  }
  return [made, ...remindOfIt(theCase, at)]
}

/** From then on the standstill waits for the panel, which is reminded; when the days of the law are over, it is escalated. */
function remindOfIt(theCase: Case, at: string): WaitEvent[] {
  const { life, ruleBook } = theCase
  if (life.wait?.name !== 'standstill' || life.wait.remindAt) return []
  const remindAt = dueAfter(at, ruleBook.decision.remindOfRepresentationAfter)
  return remindAt < life.wait.dueAt ? [openWaitUntil(theCase, 'standstill', at, life.wait.dueAt, remindAt)] : []
}

function answerRepresentation(
  theCase: Case,
  { chair, id, decision: answer, reasons, present }: Extract<DecisionCommand, { type: 'AnswerRepresentation' }>,
  at: string,
): (DecisionEvent | WaitEvent)[] {
  const { decision, panel, life, ruleBook } = theCase
  refuseUnless(chairOf(panel) === chair, 'NotAllowed', "Only the panel's chair communicates its further decision.")
  refuseUnless(
    decision?.status === 'standstill',
    'WrongStage',
    'There is no standstill, so no representation is waiting for an answer.',
  )
  const representation = decision.representations.find((one) => one.id === id)
  refuseUnless(representation, 'NotFound', 'This representation does not exist.')
  refuseUnless(!representation.answer, 'AlreadyDone', 'This representation has already been answered.')
  const there = [...new Set(present)].sort()
  const faults = attendanceFaults(theCase, {
    ...{ chair, present: there, members: mayConsider(theCase) },
    others:
      'Only members of this panel who are not excluded, and have declared their interests in the tenders, can take part',
  })
  if (faults.length > 0) throw new Refusal('Invalid', 'The panel’s further decision is not complete.', faults)
  const others = unansweredRepresentations(decision).flatMap((one) => (one.id === id ? [] : one.id))
  const also = answer === 'reopened' && others.length > 0 ? { also: others } : {}
  const answered: DecisionEvent = {
    type: 'RepresentationAnswered',
    data: { id, decision: answer, reasons, present: there, ...also },
  }
  const { wait } = life
  if (answer === 'reopened' || others.length > 0 || !wait) return [answered]
  const until = endAfterFurtherDecision(ruleBook.decision.standstill, decision.standstill, at)
  // Nobody is left to be reminded.
  if (until <= wait.dueAt)
    return wait.remindAt ? [answered, openWaitUntil(theCase, 'standstill', at, wait.dueAt)] : [answered]
  const reason = `The further decision was communicated: the standstill stays open until ${told(until)} (${decision.standstill.citation}).`
  return [answered, extension(theCase, wait, at, until, reason)]
}
