import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { chair as chairOf, votingMembers } from '../panel/panel.ts'
import { type Fault, Refusal, require } from '../refusal.ts'
import { told } from '../time/deadline.ts'
import { type EvaluationEvent, type GivenScores, scoringHasClosed } from './evaluation.ts'
import { unmoderated } from './moderation.ts'
import { scoringIsOver } from './waits.ts'

export type EvaluationCommand =
  /** A member's scores of one tender, all criteria at once. They never change. */
  | { type: 'SubmitScores'; member: string; organisationId: string; scores: GivenScores }
  /** The chair records what the panel agreed. */
  | {
      type: 'ModerateCriterion'
      chair: string
      organisationId: string
      criterionId: string
      score: number
      reason: string
      present: string[]
    }

export function decideEvaluation(theCase: Case, command: EvaluationCommand, { at }: Circumstances): EvaluationEvent[] {
  mustBeIn(theCase, 'evaluation')
  switch (command.type) {
    case 'SubmitScores':
      return submitScores(theCase, command, at)
    case 'ModerateCriterion':
      return moderate(theCase, command)
  }
}

function submitScores(
  theCase: Case,
  { member, organisationId, scores }: Extract<EvaluationCommand, { type: 'SubmitScores' }>,
  at: string,
): EvaluationEvent[] {
  const { evaluation, panel, life } = theCase
  require(votingMembers(panel).includes(
    member,
  ), 'NotAllowed', 'Only members of this panel who are not excluded can score.')
  require(evaluation && 'tenders' in evaluation, 'TooEarly', 'The tenders are being checked. Try again in a minute.')
  require(evaluation.tenders.includes(organisationId), 'NotFound', 'There is no such tender to score.')
  require(evaluation.status !==
    'compliance checked', 'TooEarly', 'The scoring has not been opened. Try again in a minute.')
  require(evaluation.status === 'scoring' &&
    !scoringIsOver(
      theCase,
      at,
    ), 'TooLate', `Scoring has closed${life.wait?.name === 'scores' ? `: the deadline was ${told(life.wait.dueAt)}` : ''}.`)
  require(!evaluation.submitted[member]?.includes(
    organisationId,
  ), 'AlreadyDone', 'You have submitted your scores of this tender. A submitted score never changes.')
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

function moderate(
  theCase: Case,
  {
    chair,
    organisationId,
    criterionId,
    score,
    reason,
    present,
  }: Extract<EvaluationCommand, { type: 'ModerateCriterion' }>,
): EvaluationEvent[] {
  const { evaluation, panel, ruleBook } = theCase
  require(chairOf(panel) === chair, 'NotAllowed', "Only the panel's chair records what the panel agreed.")
  require(scoringHasClosed(evaluation), 'TooEarly', 'Moderation begins when the scores are in.')
  require(evaluation.status === 'moderating', 'TooLate', 'Moderation has closed: prices are opened on what stood then.')
  const listed = evaluation.toModerate.some(
    (one) => one.organisationId === organisationId && one.criterionId === criterionId,
  )
  require(listed, 'NotFound', 'The scores of this criterion are not so far apart that it is moderated.')
  const open = unmoderated(theCase).some(
    (one) => one.organisationId === organisationId && one.criterionId === criterionId,
  )
  require(open, 'AlreadyDone', 'This criterion has been moderated.')
  const members = votingMembers(panel)
  const there = [...new Set(present)].sort()
  const { quorum } = ruleBook.voting
  const faults: Fault[] = [
    ...there
      .filter((person) => !members.includes(person))
      .map(() => ({ path: ['present'], message: 'Only members of this panel who are not excluded take part' })),
    ...(there.includes(chair) ? [] : [{ path: ['present'], message: 'The chair takes part' }]),
    ...(there.length < quorum ? [{ path: ['present'], message: `At least ${quorum} members must take part` }] : []),
    ...(reason.trim() === '' ? [{ path: ['reason'], message: 'Give the reason for the moderated score' }] : []),
  ]
  if (faults.length > 0) throw new Refusal('Invalid', 'This moderated score is not complete.', faults)
  const data = { organisationId, criterionId, score, reason: reason.trim(), present: there }
  return [{ type: 'CriterionModerated', data }]
}
