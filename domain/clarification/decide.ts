import type { Case } from '../case/case.ts'
import type { Circumstances } from '../case/event.ts'
import type { Organisation } from '../locality/locality.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { questionsCloseAt } from '../tender/deadline.ts'
import { openTender } from '../tender/open-tender.ts'
import { unansweredQuestions } from '../tender/tender.ts'
import { moved } from '../tender/waits.ts'
import { told } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import type { WaitEvent } from '../wait/decide.ts'
import {
  type Attaching,
  attached,
  faultsOfAnswerDocuments,
  faultsOfQuestionDocuments,
  mustBeNew,
} from './attachment.ts'
import { type ClarificationEvent, MOST_CHARACTERS, MOST_QUESTIONS, type Question } from './clarification.ts'
import { namesIn } from './identifying.ts'

export type ClarificationCommand =
  | {
      type: 'AskQuestion'
      organisationId: string
      text: string
      documents?: Attaching[]
      organisations?: readonly Organisation[]
    }
  /**
   * @param organisations the register
   * @param namesMeant whoever answers has read the names of organisations in the answer, and means them
   */
  | {
      type: 'AnswerQuestion'
      id: number
      answer: string
      wording?: string
      documents?: Attaching[]
      withDocuments?: boolean
      namesMeant?: boolean
      organisations: readonly Organisation[]
    }

/** Bidders ask, anonymous to each other; what is answered is published to all at once (requirements §6). */
export function decideClarification(
  theCase: Case,
  command: ClarificationCommand,
  { at }: Circumstances,
): (ClarificationEvent | WaitEvent)[] {
  const tender = openTender(theCase)
  switch (command.type) {
    case 'AskQuestion': {
      const { organisationId, text, documents = [], organisations = [] } = command
      mustTakeQuestion(theCase, organisationId, at)
      mustBeNew(theCase, documents)
      const asker = organisations.filter(({ id }) => id === organisationId)
      refuseFaults(
        faultsOfQuestionDocuments(documents, asker),
        'This would show the other bidders who is asking. Nothing was sent.',
      )
      const id = tender.questions.length + 1
      return [{ type: 'QuestionAsked', data: { id, organisationId, text, ...kept(documents) } }]
    }
    case 'AnswerQuestion': {
      const question = mustTakeAnswer(theCase, command.id)
      const { type: _, organisations, documents = [], ...said } = command
      mustBeNew(theCase, documents)
      refuseFaults(
        faultsOfAnswer({ ...said, wording: said.wording ?? question.text, documents }, organisations),
        'This might show the other bidders who asked. Nothing was published.',
      )
      const { wait } = theCase.life
      // The answer comes after the deadline would have passed. The deadline has not passed, and bidders get the time that its
      // move gives them.
      const late = wait?.name === 'tenders' && at >= wait.dueAt && unansweredQuestions(tender).length === 1
      return [
        { type: 'QuestionAnswered', data: { ...said, ...kept(documents) } },
        ...(late ? moved(theCase, wait, at) : []),
      ]
    }
  }
}

/** Checks that a question can be taken, before its documents are looked at. */
export function mustTakeQuestion(theCase: Case, organisationId: string, at: Instant): void {
  const { questions, questionsClosed } = openTender(theCase)
  const closes = questionsCloseAt(theCase)
  if (questionsClosed || (closes !== undefined && at >= closes))
    throw new Refusal(
      'TooLate',
      questionsClosed
        ? 'Questions closed before the deadline was moved. They do not open again.'
        : `Questions closed at ${told(closes ?? at)}.`,
    )
  const own = questions.filter((question) => question.organisationId === organisationId).length
  refuseUnless(
    own < MOST_QUESTIONS,
    'NotAllowed',
    `Your organisation has asked ${MOST_QUESTIONS} questions, which is the limit.`,
  )
  const room = JSON.stringify(questions).length < MOST_CHARACTERS
  refuseUnless(
    room,
    'NotAllowed',
    'So many questions have been asked that no more can be kept. Write to the programme manager.',
  )
}

/** Checks that a question can be answered, before the documents of the answer are looked at. */
export function mustTakeAnswer(theCase: Case, id: number): Question {
  const question = openTender(theCase).questions.find((one) => one.id === id)
  refuseUnless(question, 'NotFound', 'There is no such question.')
  refuseUnless(!question.answer, 'AlreadyDone', 'This question has been answered, and the answer has been published.')
  return question
}

const kept = (documents: readonly Attaching[]) => (documents.length > 0 ? { documents: documents.map(attached) } : {})

function refuseFaults(faults: Fault[], sentence: string): void {
  if (faults.length > 0) throw new Refusal('Invalid', sentence, faults)
}

/**
 * Every organisation's name is treated alike, whoever asked: were only the asker's refused, whoever answers could learn by
 * trying names who it was. The question never names one; an answer may, where that is meant. The company asks nothing.
 */
function faultsOfAnswer(
  {
    wording,
    answer,
    documents,
    namesMeant = false,
  }: { wording: string; answer: string; documents: Attaching[]; namesMeant?: boolean | undefined },
  register: readonly Organisation[],
): Fault[] {
  const organisations = register.filter(({ kind }) => kind !== 'company')
  const naming = (text: string, field: string, instead: string): Fault[] =>
    namesIn(text, organisations).map((found) => ({
      path: [field],
      message: `“${found}” is the name of an organisation. ${instead}`,
    }))
  return [
    ...naming(wording, 'wording', 'The question must be published without names, whoever asked: reword it'),
    ...(namesMeant
      ? []
      : [
          ...naming(answer, 'answer', 'Answer without it, or confirm that you mean to name it'),
          ...faultsOfAnswerDocuments(documents, organisations),
        ]),
  ]
}
