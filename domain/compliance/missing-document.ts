import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import type { SuppliedDocument } from '../tender/document.ts'
import { told } from '../time/deadline.ts'
import { toldExactly } from '../time/exactly.ts'
import type { Instant } from '../time/instant.ts'
import { openWait } from '../wait/decide.ts'
import { canBeSupplied, outcomeOf, type Question, questionsNow, type Requirement, undecided } from './compliance.ts'

/** Questions whose bidder was asked for a document, has not supplied it, and still may. */
export const unsupplied = (theCase: Case): Question[] =>
  undecided(theCase.compliance).filter(({ asked, supplied, lapsed }) => asked && !supplied && !lapsed)

/** Whether the bidder still has time: nobody rules on what may yet come. */
export const mayStillCome = (
  { life }: Case,
  { asked, supplied, lapsed }: Pick<Question, 'asked' | 'supplied' | 'lapsed'>,
  at: Instant,
): boolean =>
  asked !== undefined && !supplied && !lapsed && life.wait?.name === 'missing document' && at < life.wait.dueAt

/** Where a tender is not excluded before its bidder had the chance that others have. */
const isOwedAChance: readonly Requirement[] = ['document', 'missing']

/**
 * Whether the bidder has to be asked before this question can be ruled a fail: all bidders have the same one chance in a round, not
 * those alone whom somebody thought of asking. Once prices are open nothing can be added; and who is out for something else needs none.
 */
export const mustBeAskedFirst = (theCase: Case, { organisationId, requirement }: Question): boolean =>
  isOwedAChance.includes(requirement) &&
  theCase.evaluation?.status !== 'priced' &&
  !questionsNow(theCase).some(
    (one) => one.organisationId === organisationId && (one.asked || outcomeOf(one) === 'fail'),
  )

/**
 * Somebody asks the bidder for a document that is missing. A bidder has one chance in a round (issue 6, point 6). Whoever is
 * asked while another is being waited for starts the clock anew for both: none has less time than the rest. Whose time is over
 * has none again.
 */
export function askForDocument(
  theCase: Case,
  ask: { id: number; document: string; person: string },
  { at }: Circumstances,
): CaseEvent[] {
  mustBeIn(theCase, 'evaluation')
  const { id, document, person } = ask
  const { evaluation, ruleBook } = theCase
  refuseUnless(
    evaluation?.status !== 'priced',
    'TooLate',
    'The prices have been opened, so nothing more can be added to a tender.',
  )
  const questions = questionsNow(theCase)
  const question = questions.find((one) => one.id === id)
  refuseUnless(question, 'NotFound', 'This compliance question does not exist.')
  refuseUnless(
    undecided(theCase.compliance).includes(question),
    'AlreadyDone',
    'This question has already been ruled on.',
  )
  refuseUnless(
    canBeSupplied.includes(question.requirement),
    'NotAllowed',
    'You cannot ask the bidder for this. What is scored, the price and what was sealed cannot be sent afterwards.',
  )
  const { organisationId } = question
  const { wait } = theCase.life
  refuseUnless(
    wait?.name !== 'missing document' || at < wait.dueAt,
    'TooEarly',
    'Another bidder’s time to supply a document has just ended. Try again in a minute.',
  )
  refuseUnless(
    !questions.some((one) => one.organisationId === organisationId && one.asked),
    'AlreadyDone',
    'This bidder has already been asked for a missing document, and has only one chance to supply one.',
  )
  return [
    { type: 'MissingDocumentAsked', data: { id, organisationId, document, person } },
    openWait(
      theCase,
      'missing document',
      at,
      ruleBook.evaluation.supplyDocumentWithin,
      ruleBook.evaluation.remindToSupplyAfter,
    ),
  ]
}

/** What a bidder was asked for. @throws Refusal `NotFound`, `AlreadyDone`, and `TooLate` with the time that it arrived */
export function mustTakeDocument(theCase: Case, organisationId: string, at: Instant): Question {
  mustBeIn(theCase, 'evaluation')
  const { life } = theCase
  const question = questionsNow(theCase).find((one) => one.organisationId === organisationId && one.asked)
  refuseUnless(question?.asked, 'NotFound', 'You have not been asked for a missing document.')
  refuseUnless(!question.supplied, 'AlreadyDone', 'You have supplied the document. It cannot be replaced.')
  if (mayStillCome(theCase, question, at)) return question
  const due = life.wait?.name === 'missing document' ? ` The time for it ended at ${told(life.wait.dueAt)}.` : ''
  throw new Refusal(
    'TooLate',
    `Your document arrived at ${toldExactly(at)}.${due} It was not accepted, and the decision is made without it.`,
  )
}

/** The last document that is waited for takes the case on to be ruled on. */
export function supplyDocument(
  theCase: Case,
  { organisationId, person, ...document }: SuppliedDocument & { organisationId: string; person: string },
  { at }: Circumstances,
): CaseEvent[] {
  const { id } = mustTakeDocument(theCase, organisationId, at)
  const last = unsupplied(theCase).every((one) => one.id === id)
  return [
    { type: 'MissingDocumentSupplied', data: { question: id, organisationId, person, ...document } },
    ...(last ? [openWait(theCase, 'compliance', at, theCase.ruleBook.evaluation.ruleOnComplianceWithin)] : []),
  ]
}

/** Where a supplied document lies. @throws Refusal `NotFound` */
export function suppliedDocument(theCase: Case, id: number): SuppliedDocument & { at: Instant } {
  const supplied = questionsNow(theCase).find((one) => one.id === id)?.supplied
  refuseUnless(supplied, 'NotFound', 'There is no such document.')
  return supplied
}
