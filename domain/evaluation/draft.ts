import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import { votingMembers } from '../panel/panel.ts'
import { require } from '../refusal.ts'
import type { Evaluation } from './evaluation.ts'

/** A draft is kept only of what can still be submitted. @throws Refusal TooLate, NotFound, AlreadyDone, NotAllowed */
export function mustBeScoring(
  theCase: Case,
  member: string,
  organisationId: string,
): Extract<Evaluation, { status: 'scoring' }> {
  mustBeIn(theCase, 'evaluation')
  const { evaluation, panel } = theCase
  require(votingMembers(panel).includes(
    member,
  ), 'NotAllowed', 'Only members of this panel who are not excluded can score.')
  require(evaluation?.status === 'scoring', 'TooLate', 'The scoring is not open.')
  require(evaluation.tenders.includes(organisationId), 'NotFound', 'There is no such tender to score.')
  require(!evaluation.submitted[member]?.includes(
    organisationId,
  ), 'AlreadyDone', 'You have submitted your scores of this tender. A submitted score never changes.')
  return evaluation
}
