import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
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
import { deps } from '../../runtime/deps.ts'
import { loadCase } from '../../store/case-store.ts'
import { keepPart, type Place, putTogether, readSupplied } from '../../store/supplied-store.ts'
import { authorise } from '../access.ts'
import { missingDocumentAnswer } from '../answers/compliance.ts'
import { caseCommand, caseIdParam } from '../command.ts'
import { documentPart, partAsked, partKept, partOfDocument, received, sentPart } from '../document-part.ts'
import { viewProblems } from '../responses.ts'
import { type SignedIn, signedIn } from '../sign-in.ts'
import { caseView, noQuery } from '../view.ts'
import { organisationOf } from './tender.ts'

/** A bidder is asked, once, for a document that is missing, and supplies it within its time; who rules on it reads it. */
export function missingDocumentRoutes(app: OpenAPIHono<SignedIn>): void {
  caseCommand(app, {
    name: 'ask-for-missing-document',
    summary: 'Ask the bidder, once, for a document that is missing: never for what is scored, nor for a price',
    body: z.strictObject({
      id: z.int().min(1),
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
    view: (theCase, { person, deps }) => viewMissingDocument(theCase, person.organisationId ?? '', deps.now()),
  })
  partRoute(app)
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
  readRoute(app)
}

const placeOf = ({ id, evaluation }: Case, organisationId: string): Place =>
  `${id}/${evaluation?.round ?? 0}/${organisationId}`

function partRoute(app: OpenAPIHono<SignedIn>): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/cases/{caseId}/missing-document-parts',
      operationId: 'upload-missing-document',
      summary: 'One part of the document that your organisation was asked for, 2 MiB of it but for the last',
      tags: ['Tender documents'],
      security: [{ signIn: [] }],
      middleware: signedIn,
      request: { params: caseIdParam, body: sentPart },
      responses: partKept,
    }),
    async (c) => {
      const { caseId } = c.req.valid('param')
      const part = received(c.req.valid('json'))
      const theCase = await loadCase(deps(), caseId)
      const { person } = authorise(c.get('known'), 'upload-missing-document', theCase)
      const organisationId = organisationOf(person)
      mustTakeDocument(theCase, organisationId, deps().now())
      await keepPart(deps(), placeOf(theCase, organisationId), part)
      return c.json({ part: part.part }, 200)
    },
  )
}

function readRoute(app: OpenAPIHono<SignedIn>): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/cases/{caseId}/compliance/document',
      operationId: 'read-supplied-document',
      summary: 'One part of a document that a bidder supplied, 2 MiB of it but for the last',
      tags: ['Tender documents'],
      security: [{ signIn: [] }],
      middleware: signedIn,
      request: {
        params: caseIdParam,
        query: z.object({ question: z.coerce.number().int().min(1), ...partAsked.shape }),
      },
      responses: {
        200: partOfDocument,
        ...viewProblems,
      },
    }),
    async (c) => {
      const { caseId } = c.req.valid('param')
      const { question, part } = c.req.valid('query')
      const theCase = await loadCase(deps(), caseId)
      const { person } = authorise(c.get('known'), 'read-supplied-document', theCase)
      mustHaveRenewed(theCase, person.id)
      const { content, parts } = await readSupplied(deps(), suppliedDocument(theCase, question), part)
      return documentPart(c, content, parts)
    },
  )
}
