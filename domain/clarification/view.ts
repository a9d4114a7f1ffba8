import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import type { Organisation } from '../locality/locality.ts'
import { questionsCloseAt, tenderDeadline } from '../tender/deadline.ts'
import { publishedTender } from '../tender/view.ts'
import { neutralName, publishedDocuments } from './attachment.ts'
import type { Question } from './clarification.ts'
import { identifying } from './identifying.ts'

/**
 * The answered questions as everybody sees them: nothing in them says who asked. They are numbered as they were published,
 * for a gap in the numbers would tell that somebody has asked.
 */
export const answeredQuestions = (questions: readonly Question[]) =>
  questions
    .flatMap((question) => {
      const { text, answer } = question
      const documents = publishedDocuments(question).map(withoutPlace)
      return answer ? [{ question: answer.wording ?? text, answer: answer.text, answeredAt: answer.at, documents }] : []
    })
    .sort((one, other) => (one.answeredAt < other.answeredAt ? -1 : 1))
    .map((question, index) => ({ id: index + 1, ...question }))

const withoutPlace = ({ documentKey: _, at: __, ...document }: ReturnType<typeof publishedDocuments>[number]) =>
  document

/** What an organisation has asked, numbered as its own. */
export const ownQuestions = (questions: readonly Question[], organisationId: string) =>
  questions
    .filter((question) => question.organisationId === organisationId)
    .map(({ text, askedAt, answer }, index) => ({
      ...{ number: index + 1, text, askedAt },
      ...(answer && { answer: answer.text }),
    }))

/** Whether questions can be asked now. */
export function questionsAreOpen(theCase: Case, at: string): boolean {
  const { tender } = theCase
  const closes = questionsCloseAt(theCase)
  return tender?.status === 'open' && !tender.questionsClosed && (closes === undefined || at < closes)
}

/**
 * Every question, for those who answer them: with what in its words would tell who asked, and without who did, so that
 * whoever answers does so for everybody alike. The auditor sees whose each was, once the tender has closed.
 */
export function viewQuestions(theCase: Case, { as }: Pick<Viewer, 'as'>, organisations: readonly Organisation[]) {
  const tender = publishedTender(theCase)
  return {
    status: tender.status,
    questions: tender.questions.map(({ organisationId, documents = [], answer, ...question }) => ({
      ...question,
      documents: documents.map(({ documentKey: _, ...one }, index) => ({
        ...one,
        name: neutralName(one.type, index + 1),
      })),
      ...(answer && {
        answer: { ...answer, documents: (answer.documents ?? []).map(({ documentKey: _, ...one }) => one) },
      }),
      identifying: identifying(question.text, organisations).map(({ found, because }) => ({ found, because })),
      ...(as === 'auditor' && tender.status !== 'open' && { organisationId }),
    })),
    deadline: tenderDeadline(theCase),
    questionsCloseAt: questionsCloseAt(theCase),
  }
}
