import { mustTakeUploads } from '../../../domain/tender/decide.ts'
import { documentIdSchema } from '../../../domain/tender/document.ts'
import { openedDocument, viewOpenedTender } from '../../../domain/tender/opened.ts'
import { chunkSchema } from '../../../domain/tender/sealed-document.ts'
import * as z from '../../../domain/zod.ts'
import { deps } from '../../runtime/deps.ts'
import { uploadsOf } from '../../store/chunk-store.ts'
import { readContents } from '../../store/opened-store.ts'
import { authorise } from '../access.ts'
import { openedTenderAnswer, uploadsAnswer } from '../answers/tender-document.ts'
import { type Api, route } from '../api.ts'
import { organisationOf } from '../belonging.ts'
import { caseIdParam, caseRequest, signedInOnCase } from '../case-request.ts'
import { documentPart, partOfDocument } from '../document-part.ts'
import { json, problems, viewProblems } from '../responses.ts'
import { idSchema } from '../text.ts'
import { caseView } from '../view.ts'

/** What Lambda can answer with is 6 MB, of which base64 leaves 4.5. */
const PART_BYTES = 4 * 1024 * 1024

/** Sealed documents go straight to the storage, and opened ones come back part by part, to those who may read them. */
export function tenderDocumentRoutes(app: Api): void {
  uploadRoute(app)
  caseView(app, {
    name: 'read-tender',
    path: '/opened-tender',
    summary: 'An opened tender: what its bidder answered, whom it names, and its documents',
    answer: openedTenderAnswer,
    query: z.object({ of: idSchema.describe('The bidder’s organisation') }),
    unversioned: true,
    view: async (theCase, { person, deps, query: { of } }) => {
      const tender = viewOpenedTender(theCase, person.id, of)
      const { [of]: content } = await readContents(deps, theCase.tender, [of])
      return { ...tender, ...(content && { answers: content.answers }) }
    },
  })
  partRoute(app)
}

function uploadRoute(app: Api): void {
  route(app, {
    method: 'post',
    path: '/api/cases/{caseId}/tender-uploads',
    name: 'upload-document',
    summary: 'Where to put the sealed parts of a document, and which of them are there already',
    tag: 'Documents',
    signIn: signedInOnCase(),
    request: {
      params: caseIdParam,
      body: z.strictObject({
        documentId: documentIdSchema,
        chunks: z
          .array(chunkSchema.extend({ index: z.int().min(0).max(1000) }))
          .min(1)
          .max(16),
      }),
    },
    responses: { 200: { description: 'Addresses', content: json(uploadsAnswer) }, ...problems },
    handle: async (c, { params, body }) => {
      const { caseId } = params
      const { documentId, chunks } = body
      const { known, theCase } = caseRequest(c)
      const { person } = authorise(known, 'upload-document', theCase)
      const organisationId = organisationOf(person)
      const { round } = mustTakeUploads(theCase, deps().now())
      return c.json({ uploads: await uploadsOf(deps(), { caseId, round, organisationId }, documentId, chunks) }, 200)
    },
  })
}

const partQuery = z.object({
  of: idSchema.describe('The bidder’s organisation'),
  document: documentIdSchema,
  part: z.coerce.number().int().min(0).max(100).default(0).meta({ description: 'Counted from 0' }),
})

function partRoute(app: Api): void {
  route(app, {
    method: 'get',
    path: '/api/cases/{caseId}/opened-tender/document',
    name: 'read-tender-document',
    summary: 'One part of a document of an opened tender, 4 MiB of it but for the last',
    tag: 'Documents',
    signIn: signedInOnCase(),
    request: { params: caseIdParam, query: partQuery },
    responses: {
      200: partOfDocument,
      ...viewProblems,
    },
    handle: async (c, { query }) => {
      const { of, document, part } = query
      const { known, theCase } = caseRequest(c)
      const { person } = authorise(known, 'read-tender-document', theCase)
      const { documentKey, bytes } = openedDocument(theCase, person.id, of, document)
      const from = part * PART_BYTES
      const range = { from, bytes: Math.min(PART_BYTES, Math.max(0, bytes - from)) }
      const content = range.bytes > 0 ? await deps().documents.getRange(documentKey, range) : new Uint8Array()
      return documentPart(c, content, Math.ceil(bytes / PART_BYTES))
    },
  })
}
