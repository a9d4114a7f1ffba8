import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { type Fault, Refusal } from '../refusal.ts'
import { decideLowPrice, type LowPriceCommand } from './decide-low-price.ts'
import { decideModeration, type ModerationCommand } from './decide-moderation.ts'
import { scoringFor } from './draft.ts'
import type { EvaluationEvent, GivenScores } from './evaluation.ts'

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
  const { round } = scoringFor(theCase, member, organisationId, at)
  const faults = incomplete(theCase, scores)
  if (faults.length > 0) throw new Refusal('Invalid', 'These scores are not complete.', faults)
  return [{ type: 'ScoresSubmitted', data: { round, member, organisationId, scores } }]
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
