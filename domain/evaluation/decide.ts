import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { votingMembers } from '../panel/panel.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { told } from '../time/deadline.ts'
import { decideLowPrice, type LowPriceCommand } from './decide-low-price.ts'
import { decideModeration, type ModerationCommand } from './decide-moderation.ts'
import type { EvaluationEvent, GivenScores } from './evaluation.ts'
import { scoringIsOver } from './waits.ts'

export type EvaluationCommand =
  /** A member's scores of one tender, all criteria at once. They never change. */
  | { type: 'SubmitScores'; member: string; organisationId: string; scores: GivenScores }
  | ModerationCommand
  | LowPriceCommand

export function decideEvaluation(theCase: Case, command: EvaluationCommand, { at }: Circumstances): CaseEvent[] {
  mustBeIn(theCase, 'evaluation')
  switch (command.type) {
    case 'SubmitScores':
      return submitScores(theCase, command, at)
    case 'ExplainPrice':
    case 'JudgePrice':
      return decideLowPrice(theCase, command, at)
    default:
      return decideModeration(theCase, command, at)
  }
}

function submitScores(
  theCase: Case,
  { member, organisationId, scores }: Extract<EvaluationCommand, { type: 'SubmitScores' }>,
  at: string,
): EvaluationEvent[] {
  const { evaluation, panel, life } = theCase
  refuseUnless(
    votingMembers(panel).includes(member),
    'NotAllowed',
    'Only members of this panel who are not excluded can score.',
  )
  refuseUnless(
    evaluation && 'tenders' in evaluation,
    'TooEarly',
    'The tenders are being checked. Try again in a minute.',
  )
  refuseUnless(evaluation.tenders.includes(organisationId), 'NotFound', 'This tender does not exist.')
  refuseUnless(
    evaluation.status !== 'compliance checked',
    'TooEarly',
    'The scoring has not been opened. Try again in a minute.',
  )
  refuseUnless(
    evaluation.status === 'scoring' && !scoringIsOver(theCase, at),
    'TooLate',
    `Scoring has closed${life.wait?.name === 'scores' ? `: the deadline was ${told(life.wait.dueAt)}` : ''}.`,
  )
  refuseUnless(
    !evaluation.submitted[member]?.includes(organisationId),
    'AlreadyDone',
    'You have submitted your scores for this tender. A submitted score cannot be changed.',
  )
  const faults = incomplete(theCase, scores)
  if (faults.length > 0) throw new Refusal('Invalid', 'These scores are not complete.', faults)
  return [{ type: 'ScoresSubmitted', data: { round: evaluation.round, member, organisationId, scores } }]
}

function incomplete({ tender }: Case, scores: GivenScores): Fault[] {
  const criteria = tender && tender.status !== 'due' ? tender.terms.criteria : []
  const missing = criteria.filter(({ id }) => !scores[id])
  const unknown = Object.keys(scores).filter((id) => !criteria.some((criterion) => criterion.id === id))
  return [
    ...missing.map(({ id, title }) => ({ path: ['scores', id], message: `Score “${title}”, with your reasons` })),
    ...unknown.map((id) => ({ path: ['scores', id], message: 'This is not a criterion of this tender' })),
  ]
}
