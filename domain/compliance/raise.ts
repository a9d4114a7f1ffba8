import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { refuseUnless } from '../refusal.ts'
import { bidders } from '../tender/tender.ts'
import { openWait } from '../wait/decide.ts'
import type { raisedByPeople } from './compliance.ts'

/** The most questions that one person may raise in a round: three about each of ten tenders. */
const MOST_RAISED = 30

export interface RaiseQuestion {
  organisationId: string
  requirement: (typeof raisedByPeople)[number]
  /** What was found. */
  says: string
  person: string
}

/**
 * Somebody who looked into the tenders found what no machine can. While compliance is being ruled on the question joins the
 * others; during the scoring it takes the case back to compliance, and what was scored stands: scored is what then complies.
 */
export function raiseQuestion(theCase: Case, question: RaiseQuestion, { at }: Circumstances): CaseEvent[] {
  mustBeIn(theCase, 'evaluation')
  const { compliance, evaluation, life, ruleBook, tender } = theCase
  const waits = life.wait?.name
  const between = evaluation?.status === 'due' && waits !== 'compliance' && waits !== 'missing document'
  refuseUnless(
    evaluation && !between && evaluation.status !== 'compliance checked',
    'TooEarly',
    'The tenders are being checked. Try again in a minute.',
  )
  refuseUnless(
    evaluation.status === 'due' || evaluation.status === 'scoring',
    'TooLate',
    'Scoring has closed, so a compliance question can no longer be raised.',
  )
  refuseUnless(
    bidders(tender).includes(question.organisationId) &&
      (evaluation.status === 'due' || evaluation.tenders.includes(question.organisationId)),
    'NotFound',
    'This tender does not exist.',
  )
  const { round } = evaluation
  const before = compliance?.round === round ? compliance.questions : []
  refuseUnless(
    before.filter(({ raised }) => raised?.person === question.person).length < MOST_RAISED,
    'NotAllowed',
    `You have raised ${MOST_RAISED} questions in this round, which is the limit. Somebody else on the panel or in the secretariat can raise more.`,
  )
  return [
    { type: 'ComplianceRaised', data: { round, id: before.length + 1, ...question } },
    ...(evaluation.status === 'scoring'
      ? [openWait(theCase, 'compliance', at, ruleBook.evaluation.ruleOnComplianceWithin)]
      : []),
  ]
}

/** Whether a question can be raised now. */
export const mayRaise = ({ evaluation, life }: Case): boolean =>
  life.status === 'open' &&
  life.stage === 'evaluation' &&
  (evaluation?.status === 'scoring' ||
    (evaluation?.status === 'due' && (life.wait?.name === 'compliance' || life.wait?.name === 'missing document')))
