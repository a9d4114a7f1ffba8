import type { Case } from '../case/case.ts'
import type { Circumstances } from '../case/event.ts'
import type { Organisation } from '../locality/locality.ts'
import { type Fault, Refusal, require } from '../refusal.ts'
import { questionsCloseAt } from '../tender/deadline.ts'
import { openTender } from '../tender/open-tender.ts'
import { unansweredQuestions } from '../tender/tender.ts'
import { moved } from '../tender/waits.ts'
import { told } from '../time/deadline.ts'
import type { WaitEvent } from '../wait/decide.ts'
import { type ClarificationEvent, MOST_CHARACTERS, MOST_QUESTIONS } from './clarification.ts'
import { identifying } from './identifying.ts'

export type ClarificationCommand =
  | { type: 'AskQuestion'; organisationId: string; text: string }
  /** @param organisations the register, in which the asker's names are found */
  | { type: 'AnswerQuestion'; id: number; answer: string; wording?: string; organisations: readonly Organisation[] }

/** Bidders ask, anonymous to each other; what is answered is published to all at once (requirements §6). */
export function decideClarification(
  theCase: Case,
  command: ClarificationCommand,
  { at }: Circumstances,
): (ClarificationEvent | WaitEvent)[] {
  const tender = openTender(theCase)
  switch (command.type) {
    case 'AskQuestion': {
      const closes = questionsCloseAt(theCase)
      if (tender.questionsClosed || (closes !== undefined && at >= closes))
        throw new Refusal(
          'TooLate',
          tender.questionsClosed
            ? 'Questions closed before the deadline was moved. They do not open again.'
            : `Questions closed at ${told(closes ?? at)}.`,
        )
      const { organisationId, text } = command
      const own = tender.questions.filter((question) => question.organisationId === organisationId).length
      require(own <
        MOST_QUESTIONS, 'NotAllowed', `Your organisation has asked ${MOST_QUESTIONS} questions, which is the most.`)
      const room = JSON.stringify(tender.questions).length < MOST_CHARACTERS
      require(room, 'NotAllowed', 'So many questions have been asked that no more can be kept. Write to the programme manager.')
      return [{ type: 'QuestionAsked', data: { id: tender.questions.length + 1, organisationId, text } }]
    }
    case 'AnswerQuestion': {
      const question = tender.questions.find(({ id }) => id === command.id)
      require(question, 'NotFound', 'There is no such question.')
      require(!question.answer, 'AlreadyDone', 'This question has been answered, and the answer has been published.')
      const { type: _, organisations, ...data } = command
      const asker = organisations.filter(({ id }) => id === question.organisationId)
      const faults = [
        ...naming(asker, data.wording ?? question.text, 'wording', 'Ask it in other words'),
        ...naming(asker, data.answer, 'answer', 'Answer without the name'),
      ]
      if (faults.length > 0)
        throw new Refusal('Invalid', 'This would tell the other bidders who asked. Nothing was published.', faults)
      const { wait } = theCase.life
      // Answered after the deadline would have passed: it had not, and bidders get the time the move gives them.
      const late = wait?.name === 'tenders' && at >= wait.dueAt && unansweredQuestions(tender).length === 1
      return [{ type: 'QuestionAnswered', data }, ...(late ? moved(theCase, wait, at) : [])]
    }
  }
}

const naming = (asker: readonly Organisation[], text: string, field: string, instead: string): Fault[] =>
  identifying(text, asker)
    .filter(({ organisationId }) => organisationId !== undefined)
    .map(({ found }) => ({ path: [field], message: `“${found}” is the name of who asked. ${instead}` }))
