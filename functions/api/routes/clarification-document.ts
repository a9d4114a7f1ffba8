import type { Case } from '../../../domain/case/case.ts'
import {
  type Attaching,
  mustBeNew,
  publishedDocument,
  questionDocument,
} from '../../../domain/clarification/attachment.ts'
import { MOST_ATTACHMENTS } from '../../../domain/clarification/clarification.ts'
import { suppliedDocumentSchema } from '../../../domain/tender/document.ts'
import { openTender } from '../../../domain/tender/open-tender.ts'
import * as z from '../../../domain/zod.ts'
import { type Deps, deps } from '../../runtime/deps.ts'
import { lookAtCase } from '../../store/approach-store.ts'
import { type Place, putTogether, readSupplied } from '../../store/supplied-store.ts'
import type { Acting } from '../access.ts'
import { type Api, route } from '../api.ts'
import { organisationOf } from '../belonging.ts'
import { caseIdParam } from '../case-request.ts'
import {
  documentAsked,
  documentNamed,
  documentPart,
  documentSent,
  documentSupplied,
  partOfDocument,
} from '../document-part.ts'
import { publicProblems } from '../responses.ts'

/** Documents that go with a question or an answer, sent part by part before it. */
export function clarificationDocumentRoutes(app: Api): void {
  documentSent(app, {
    name: 'upload-clarification',
    path: '/clarification-parts',
    summary: 'One part of a document that goes with your question or your answer',
    place: (theCase, acting, documentId) => {
      mustBeNew(theCase, [{ id: documentId }])
      return placeOf(theCase, acting)
    },
  })
  documentSupplied(app, {
    name: 'read-question-document',
    path: '/tender/questions/document',
    summary: 'One part of a document that came with a question, for those who answer it',
    query: documentNamed,
    document: (theCase, asked) => questionDocument(theCase, asked.document),
  })
  publicRoute(app)
}

export const attachments = z
  .array(suppliedDocumentSchema.omit({ documentKey: true }))
  .max(MOST_ATTACHMENTS, `Send at most ${MOST_ATTACHMENTS} documents`)
  .default([])

/** What was uploaded, put together and looked at. @throws Refusal `Invalid` */
export async function attaching(
  given: Deps,
  theCase: Case,
  acting: Acting,
  documents: z.output<typeof attachments>,
): Promise<Attaching[]> {
  mustBeNew(theCase, documents)
  const place = placeOf(theCase, acting)
  if (documents.length === 0) return []
  const { wordsIn } = await import('../../../domain/clarification/words-in-document.ts')
  return Promise.all(
    documents.map(async (said, index) => {
      const document = await putTogether(given, place, said, ['documents', index])
      return { ...document, ...wordsIn(await given.documents.get(document.documentKey), document.type) }
    }),
  )
}

function placeOf(theCase: Case, { person, as }: Acting): Place {
  const of = `${theCase.id}/${openTender(theCase).round}`
  return as === 'provider' ? `${of}/question/${organisationOf(person)}` : `${of}/answer/company`
}

function publicRoute(app: Api): void {
  route(app, {
    method: 'get',
    path: '/api/public/cases/{caseId}/tender/document',
    name: 'public-tender-document',
    summary: 'One part of a document that was published with the answer to a question',
    tag: 'Public',
    request: { params: caseIdParam, query: documentAsked },
    responses: { 200: partOfDocument, ...publicProblems },
    handle: async (c, { params, query }) => {
      const { document, part } = query
      const theCase = await lookAtCase(deps(), params.caseId)
      const { content, parts } = await readSupplied(deps(), publishedDocument(theCase, document), part)
      return documentPart(c, content, parts)
    },
  })
}
