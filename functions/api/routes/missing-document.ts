import type { Case } from '../../../domain/case/case.ts'
import {
  askForDocument,
  mustTakeDocument,
  suppliedDocument,
  supplyDocument,
} from '../../../domain/compliance/missing-document.ts'
import { viewMissingDocument } from '../../../domain/compliance/view.ts'
import { mustHaveRenewed } from '../../../domain/renewal/renewal.ts'
import { suppliedDocumentSchema } from '../../../domain/tender/document.ts'
import * as z from '../../../domain/zod.ts'
import { deps } from '../../runtime/deps.ts'
import { type Place, putTogether } from '../../store/supplied-store.ts'
import { missingDocumentAnswer } from '../answers/compliance.ts'
import type { Api } from '../api.ts'
import { organisationOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { documentSent, documentSupplied } from '../document-part.ts'
import { numberAsked, numbered } from '../numbers.ts'
import { caseView, noQuery } from '../view.ts'

/** A bidder is asked, once, for a document that is missing, and supplies it within its time; who rules on it reads it. */
export function missingDocumentRoutes(app: Api): void {
  caseCommand(app, {
    name: 'ask-for-missing-document',
    summary: 'Ask the bidder, once, for a document that is missing: never for what is scored, nor for a price',
    body: z.strictObject({
      id: numbered,
      document: z
        .string()
        .trim()
        .min(1, 'Name the document that is missing')
        .max(500, 'Shorten the name of the document to 500 characters'),
    }),
    decide: (theCase, body, command) => askForDocument(theCase, { ...body, person: command.person.id }, command),
  })
  caseView(app, {
    name: 'view-missing-document',
    path: '/missing-document',
    summary: 'What document your organisation is asked for',
    answer: missingDocumentAnswer,
    query: noQuery,
    unversioned: true,
    view: (theCase, { person, deps }) => viewMissingDocument(theCase, organisationOf(person), deps.now()),
  })
  documentSent(app, {
    name: 'upload-missing-document',
    path: '/missing-document-parts',
    summary: 'One part of the document that your organisation was asked for',
    place: (theCase, { person }) => {
      const organisationId = organisationOf(person)
      mustTakeDocument(theCase, organisationId, deps().now())
      return placeOf(theCase, organisationId)
    },
  })
  caseCommand(app, {
    name: 'supply-missing-document',
    summary: 'Supply the document that your organisation was asked for, whose parts have been uploaded',
    body: suppliedDocumentSchema.omit({ documentKey: true }),
    prepare: (theCase, said, command) => {
      const organisationId = organisationOf(command.person)
      mustTakeDocument(theCase, organisationId, command.at)
      return putTogether(command.deps, placeOf(theCase, organisationId), said)
    },
    decide: (theCase, _, command, document) =>
      supplyDocument(
        theCase,
        { organisationId: organisationOf(command.person), person: command.person.id, ...document },
        command,
      ),
  })
  documentSupplied(app, {
    name: 'read-supplied-document',
    path: '/compliance/document',
    summary: 'One part of a document that a bidder supplied',
    query: z.object({ question: numberAsked }),
    document: (theCase, { question }, { person }) => {
      mustHaveRenewed(theCase, person.id)
      return suppliedDocument(theCase, question)
    },
  })
}

const placeOf = ({ id, evaluation }: Case, organisationId: string): Place =>
  `${id}/${evaluation?.round ?? 0}/${organisationId}`
