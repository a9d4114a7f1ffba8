import type { Case } from '../case/case.ts'
import { bidders } from '../tender/tender.ts'
import type { Instant } from '../time/instant.ts'
import { canBeSupplied, cannotPass, outcomeOf, type Question, questionsNow, requirements } from './compliance.ts'
import { mayStillCome, mustBeAskedFirst } from './missing-document.ts'
import { mayRaise } from './raise.ts'

/** What was found wrong with which tender, what its bidder supplied, and who has ruled what, with reasons. */
export function viewCompliance(theCase: Case, at: Instant) {
  const { evaluation, life, tender } = theCase
  const questions = questionsNow(theCase)
  const asked = questions.filter((question) => question.asked).map(({ organisationId }) => organisationId)
  return {
    questions: questions.map(({ supplied, ...question }) => ({
      ...question,
      ...(supplied && { supplied: shown(supplied) }),
      must: requirements[question.requirement],
      mayFail: !mustBeAskedFirst(theCase, { ...question, supplied }),
      mayPass: !cannotPass.includes(question.requirement),
      mayAsk:
        outcomeOf(question) === undefined &&
        evaluation?.status !== 'priced' &&
        canBeSupplied.includes(question.requirement) &&
        !asked.includes(question.organisationId),
      mayStillCome: mayStillCome(theCase, { ...question, supplied }, at),
      outcome: outcomeOf(question),
      /** It was ruled on by somebody who was excluded when it could not be opened again: the ruling stands. */
      stands: question.outSince !== undefined,
    })),
    ...(life.wait?.name === 'missing document' && { supplyBy: life.wait.dueAt }),
    /** The tenders about which a question can be raised now. */
    raiseAbout: mayRaise(theCase) ? (evaluation && 'tenders' in evaluation ? evaluation.tenders : bidders(tender)) : [],
  }
}

/** What a bidder is asked for, and what it supplied: nothing of the other tenders. */
export function viewMissingDocument(theCase: Case, organisationId: string, at: Instant) {
  const question = questionsNow(theCase).find((one) => one.organisationId === organisationId && one.asked)
  if (!question?.asked) return {}
  const { asked, supplied } = question
  const { wait } = theCase.life
  return {
    question: {
      document: asked.document,
      askedAt: asked.at,
      ...(supplied && { supplied: shown(supplied) }),
      ...(mayStillCome(theCase, question, at) && wait && { dueAt: wait.dueAt }),
    },
  }
}

/** Without where it lies. */
function shown({ documentKey: _, ...document }: NonNullable<Question['supplied']>) {
  return document
}
