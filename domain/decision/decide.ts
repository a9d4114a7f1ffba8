import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { votingMembers } from '../panel/panel.ts'
import { mustNotHaveSat } from '../panel/sat.ts'
import { refuseUnless } from '../refusal.ts'
import { castBallot } from '../vote/decide.ts'
import type { VoteEvent } from '../vote/vote.ts'
import type { WaitEvent } from '../wait/decide.ts'
import { type RecordNotice, recordNotice } from './decide-notice.ts'
import {
  answerRepresentation,
  makeRepresentation,
  type RepresentationCommand,
  recordRepresentation,
} from './decide-representation.ts'
import type { Decision, DecisionEvent } from './decision.ts'
import { mustBeDisinterested, type Own } from './disinterested.ts'
import { unruledMembers } from './unruled.ts'
import { roundHasEnded } from './waits.ts'

export type DecisionCommand =
  | { type: 'VoteOnAward'; person: string; round: number; option: string; reasons: string }
  /** @param own whom the approver belongs to, and the register by whose names it is known */
  | {
      type: 'ConfirmRecommendation' | 'RejectRecommendation'
      own?: Own
      reasons: string
    }
  | RepresentationCommand
  | RecordNotice

export function decideDecision(
  theCase: Case,
  command: DecisionCommand,
  circumstances: Circumstances,
): (DecisionEvent | VoteEvent | WaitEvent)[] {
  const { at, by } = circumstances
  // The law gives bidders the standstill: a pause of ours does not take it away.
  if (command.type === 'MakeRepresentation') return makeRepresentation(theCase, command, at)
  if (command.type === 'RecordRepresentation') return recordRepresentation(theCase, command, at)
  if (command.type === 'AnswerRepresentation') return answerRepresentation(theCase, command, at)
  if (command.type === 'RecordNotice') return recordNotice(theCase, command, at)
  mustBeIn(theCase, 'decision')
  const { decision } = theCase
  switch (command.type) {
    case 'VoteOnAward': {
      const { type: _, ...ballot } = command
      const vote = decision && 'vote' in decision ? decision.vote : undefined
      refuseUnless(decision?.status !== 'voting' || !roundHasEnded(theCase, at), 'TooLate', 'This vote is over.')
      return castBallot('award', vote, votingMembers(theCase.panel), ballot)
    }
    case 'ConfirmRecommendation':
    case 'RejectRecommendation': {
      const { sitting } = recommended(decision)
      mustBeDisinterested(theCase, command.own)
      if ('person' in by) mustNotHaveSat(theCase, by.person)
      if (command.type === 'ConfirmRecommendation') everyFlagMustBeRuledOn(theCase)
      const type = command.type === 'ConfirmRecommendation' ? 'RecommendationConfirmed' : 'RecommendationRejected'
      return [{ type, data: { sitting, reasons: command.reasons } }]
    }
  }
}

function everyFlagMustBeRuledOn(theCase: Case): void {
  refuseUnless(
    unruledMembers(theCase).length === 0,
    'TooEarly',
    'An interest of a member of the panel is flagged, and nobody has ruled on it yet. The programme manager must do so first: then confirm this again. You can send it back to the panel with reasons now.',
  )
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
