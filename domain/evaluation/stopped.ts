import type { Evaluation } from './evaluation.ts'

/** Whether a question of compliance has taken the case from the scoring, which goes on once it is ruled on. */
export const isStopped = (evaluation: Evaluation | undefined): boolean =>
  (evaluation?.status === 'due' || evaluation?.status === 'compliance checked') && evaluation.submitted !== undefined

export const scoringIsStopped =
  'A question about a tender was raised, so scoring has stopped until it has been ruled on. What was written and submitted is kept.'
