import type { Case } from '../case/case.ts'
import { mustBeCurrent, mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { mustNotHaveSat } from '../panel/sat.ts'
import { drawLeft } from '../panel-draw/give-up.ts'
import { refuseUnless } from '../refusal.ts'
import { openWait } from '../wait/decide.ts'

/** Who approves, and where they belong. */
interface Approver {
  person: string
  practiceId?: string
  organisationId?: string
}

export type BusinessCaseCommand =
  | { type: 'ApproveBusinessCase'; approver: Approver; reasons: string }
  | { type: 'RejectBusinessCase'; approver: Approver; reasons: string; next: 'back to the panel' | 'end the case' }

export function decideBusinessCase(theCase: Case, command: BusinessCaseCommand): CaseEvent[] {
  mustBeIn(theCase, 'specification')
  const { businessCase } = theCase
  refuseUnless(
    businessCase,
    'TooEarly',
    'The business case comes to you once the panel has approved the specification.',
  )
  refuseUnless(
    businessCase.status === 'put',
    'AlreadyDone',
    businessCase.status === 'returned'
      ? 'This business case is back with the panel. It comes to you again with the next specification that the panel approves.'
      : 'This business case has already been answered.',
  )
  mustBeDisinterested(theCase, command.approver)
  mustNotHaveSat(theCase, command.approver.person)
  const { reasons } = command
  if (command.type === 'ApproveBusinessCase') return [{ type: 'BusinessCaseApproved', data: { reasons } }]
  if (command.next === 'back to the panel') return [{ type: 'BusinessCaseReturned', data: { reasons } }]
  return [
    { type: 'BusinessCaseRejected', data: { reasons } },
    ...drawLeft(theCase, 'The approver rejected the business case.'),
    { type: 'CaseEnded', data: { outcome: 'declined', reason: `The approver rejected the business case: ${reasons}` } },
  ]
}

/** Nobody approves what they, their practice or their organisation proposed. */
function mustBeDisinterested({ proposal }: Case, { person, practiceId, organisationId }: Approver): void {
  const { form, submittedBy } = proposal
  const { proposer } = form
  const own =
    [submittedBy, form.clinicalLead.personId, form.projectManager.personId].includes(person) ||
    (proposer.kind === 'practice' && proposer.practiceId === practiceId) ||
    (proposer.kind === 'provider' && proposer.organisationId === organisationId)
  refuseUnless(
    !own,
    'NotAllowed',
    'You or your own organisation proposed this case: another member of the sub-committee must decide on it.',
  )
}

/**
 * The step “Put the business case to the approver”: once for each specification that the panel approves, and again where whoever
 * approved it was found to be conflicted.
 */
export function putBusinessCase(theCase: Case, { attempt }: { attempt: number }, { at }: Circumstances): CaseEvent[] {
  mustBeCurrent(theCase, attempt)
  const { specification, businessCase, life, ruleBook } = theCase
  if (specification?.status !== 'approved') return []
  const { round, version } = specification
  const waiting = openWait(theCase, 'business case', at, ruleBook.specification.businessCaseWithin)
  const countsNoMore = businessCase?.status === 'approved' && businessCase.excludedAt !== undefined
  if (businessCase?.round !== round || countsNoMore)
    return [{ type: 'BusinessCasePut', data: { round, version } }, waiting]
  return businessCase.status === 'put' && life.wait?.name !== 'business case' ? [waiting] : []
}
