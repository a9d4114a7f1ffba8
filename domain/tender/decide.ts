import type { Case } from '../case/case.ts'
import { mustBeCurrent, mustBeIn, mustBeOpen } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { Refusal, require } from '../refusal.ts'
import { told } from '../time/deadline.ts'
import { openWait, type WaitEvent } from '../wait/decide.ts'
import { deadlinePassed, mustBeInTime, questionsCloseAt, tenderDeadline } from './deadline.ts'
import {
  bidders,
  type Opening,
  type PublishedTerms,
  type Sealed,
  type Tender,
  type TenderEvent,
  unansweredQuestions,
} from './tender.ts'
import { moved } from './waits.ts'

/** Of one organisation; and what all questions with their answers may hold, so that the tender fits its item. */
const MOST_QUESTIONS = 20
const MOST_CHARACTERS = 100_000

export type TenderCommand =
  | { type: 'AskQuestion'; organisationId: string; text: string }
  | { type: 'AnswerQuestion'; id: number; answer: string; wording?: string }
  /** One per provider's organisation: submitting again replaces it. */
  | { type: 'SubmitTender'; organisationId: string; submittedBy: string; quality: Sealed; price: Sealed }
  | { type: 'WithdrawTender'; organisationId: string }

export type TenderStep =
  | { type: 'PublishTender'; attempt: number; terms: PublishedTerms; keyName: string; publicKey: string }
  | { type: 'CloseTender'; attempt: number }
  | { type: 'OpenTenders'; attempt: number; openings: Record<string, Opening> }

/** What the workflow's own steps decide. Doing a step twice is doing it once. */
export function stepTender(theCase: Case, step: TenderStep, { at }: Circumstances): (TenderEvent | WaitEvent)[] {
  mustBeCurrent(theCase, step.attempt)
  const { tender, ruleBook } = theCase
  require(tender && theCase.life.stage === 'tender', 'WrongStage', 'This case is not in the stage “tender”.')
  const { round } = tender
  switch (step.type) {
    case 'PublishTender': {
      if (tender.status !== 'due') return []
      const { type: _, attempt: __, ...facts } = step
      return [
        { type: 'TenderPublished', data: { round, ...facts } },
        openWait(theCase, 'tenders', at, ruleBook.tender.openFor),
      ]
    }
    case 'CloseTender': {
      if (tender.status === 'closed' || tender.status === 'opened') return []
      const deadline = tenderDeadline(theCase)
      require(deadline &&
        deadlinePassed(
          theCase,
          at,
        ), 'TooEarly', `Tenders stay sealed until the deadline${deadline ? `, ${told(deadline)},` : ''} has passed and every question is answered.`)
      return [{ type: 'TenderClosed', data: { round, deadline, tenders: bidders(tender).length } }]
    }
    case 'OpenTenders': {
      if (tender.status === 'opened') return []
      require(tender.status === 'closed', 'TooEarly', 'Tenders stay sealed until the tender has closed.')
      return [{ type: 'TendersOpened', data: { round, tenders: openedTenders(tender, step.openings) } }]
    }
  }
}

function openedTenders(tender: Extract<Tender, { status: 'closed' }>, openings: Record<string, Opening>) {
  return bidders(tender).map((organisationId) => {
    const sealed = tender.tenders[organisationId]
    const opening = openings[organisationId]
    if (!sealed || !opening) throw new Error('Every tender that was submitted must have been opened, or tried.')
    return { organisationId, quality: sealed.quality, price: sealed.price, opening }
  })
}

export function decideTender(
  theCase: Case,
  command: TenderCommand,
  { at }: Circumstances,
): (TenderEvent | WaitEvent)[] {
  mustBeOpen(theCase)
  if (command.type === 'SubmitTender') mustBeInTime(theCase, at, 'Your tender')
  if (command.type === 'WithdrawTender') mustBeInTime(theCase, at, 'Your withdrawal')
  const tender = open(theCase)
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
      const { type: _, ...data } = command
      const { wait } = theCase.life
      // Answered after the deadline would have passed: it had not, and bidders get the time the move gives them.
      const late = wait?.name === 'tenders' && at >= wait.dueAt && unansweredQuestions(tender).length === 1
      return [{ type: 'QuestionAnswered', data }, ...(late ? moved(theCase, wait, at) : [])]
    }
    case 'SubmitTender': {
      const { type: _, ...data } = command
      return [{ type: 'TenderSubmitted', data }]
    }
    case 'WithdrawTender': {
      const { organisationId } = command
      require(tender.tenders[organisationId], 'NotFound', 'Your organisation has no tender here to withdraw.')
      return [{ type: 'TenderWithdrawn', data: { organisationId } }]
    }
  }
}

function open(theCase: Case): Extract<Tender, { status: 'open' }> {
  mustBeIn(theCase, 'tender')
  const { tender } = theCase
  require(tender && tender.status !== 'due', 'TooEarly', 'The tender is being published. Try again in a minute.')
  require(tender.status === 'open', 'TooLate', 'This tender has closed.')
  return tender
}
