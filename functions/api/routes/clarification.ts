import { decideClarification, mustTakeAnswer, mustTakeQuestion } from '../../../domain/clarification/decide.ts'
import { viewQuestions } from '../../../domain/clarification/view.ts'
import * as z from '../../../domain/zod.ts'
import { loadOrganisations } from '../../store/register-store.ts'
import { questionsAnswer } from '../answers/clarification.ts'
import type { Api } from '../api.ts'
import { organisationOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { numbered } from '../numbers.ts'
import { reason, shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'
import { attaching, attachments, clarificationDocumentRoutes } from './clarification-document.ts'

/** Providers ask; the programme manager answers to all at once. */
export function clarificationRoutes(app: Api): void {
  caseCommand(app, {
    name: 'ask-question',
    summary: 'Ask a clarification question: other bidders see it, answered, without who asked',
    body: z.strictObject({ text: shortReason, documents: attachments }),
    prepare: (theCase, { documents }, command) => {
      mustTakeQuestion(theCase, organisationOf(command.person), command.at)
      return attaching(command.deps, theCase, command, documents)
    },
    decide: async (theCase, { text }, command, documents) =>
      decideClarification(
        theCase,
        {
          type: 'AskQuestion',
          organisationId: organisationOf(command.person),
          text,
          documents,
          organisations: documents.length > 0 ? await loadOrganisations(command.deps, command.register) : [],
        },
        command,
      ),
  })
  caseCommand(app, {
    name: 'answer-question',
    summary: 'Answer a question, to everybody at once; in other words where its own would tell who asked',
    body: z.strictObject({
      id: numbered,
      answer: reason,
      wording: shortReason.optional(),
      documents: attachments,
      withDocuments: z.boolean().optional().meta({ description: 'What came with the question is published too' }),
      namesMeant: z.boolean().optional().meta({
        description:
          'The names of organisations in the answer, or in its documents, are meant: they do not tell who asked',
      }),
    }),
    prepare: (theCase, { id, documents }, command) => {
      mustTakeAnswer(theCase, id)
      return attaching(command.deps, theCase, command, documents)
    },
    decide: async (theCase, { id, answer, wording, withDocuments, namesMeant }, command, documents) =>
      decideClarification(
        theCase,
        {
          type: 'AnswerQuestion',
          id,
          answer,
          ...(wording !== undefined && { wording }),
          ...(withDocuments && { withDocuments }),
          ...(namesMeant && { namesMeant }),
          documents,
          organisations: await loadOrganisations(command.deps, command.register),
        },
        command,
      ),
  })
  caseView(app, {
    name: 'view-questions',
    path: '/tender/questions',
    summary: 'Every clarification question, for those who answer them',
    answer: questionsAnswer,
    query: noQuery,
    view: async (theCase, { as, deps, register }) =>
      viewQuestions(theCase, { as }, await loadOrganisations(deps, register)),
  })
  clarificationDocumentRoutes(app)
}
