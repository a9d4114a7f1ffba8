import { type Attachment, attachmentSchema } from '../../../domain/proposal/attachment.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { deps } from '../../runtime/deps.ts'
import { attachmentsIn, placeOfProposal } from '../../store/attachment-store.ts'
import { readDraft } from '../../store/draft-store.ts'
import { keepPart, putTogether, readSupplied, suppliedKey } from '../../store/supplied-store.ts'
import { authorise } from '../access.ts'
import { type Api, route } from '../api.ts'
import { draftIdParam } from '../case-request.ts'
import {
  documentAsked,
  documentNamed,
  documentPart,
  documentSupplied,
  partKept,
  partOfDocument,
  partSchema,
  received,
} from '../document-part.ts'
import { json, problems, viewProblems } from '../responses.ts'
import { signedIn } from '../sign-in.ts'

const common = { tag: 'Proposals', signIn: signedIn }

/** Documents that are attached to a proposal: sent part by part while it is written, and readable by anyone who can read the proposal. */
export function attachmentRoutes(app: Api): void {
  uploadRoutes(app)
  route(app, {
    ...common,
    method: 'get',
    path: '/api/drafts/{draftId}/attachment',
    name: 'read-draft-attachment',
    summary: 'One part of a document attached to your draft, 2 MiB of it but for the last',
    request: { params: draftIdParam, query: documentAsked },
    responses: { 200: partOfDocument, ...viewProblems },
    handle: async (c, { params, query }) => {
      const { person } = authorise(c.get('known'), 'draft-proposals')
      const { draftId } = params
      const { form, savedAt } = await readDraft(deps(), person.id, draftId)
      const { document, part } = query
      const found = attached(draftId, attachmentsIn(form), savedAt, document)
      const { content, parts } = await readSupplied(deps(), found, part)
      return documentPart(c, content, parts)
    },
  })
  documentSupplied(app, {
    name: 'read-attachment',
    path: '/attachment',
    summary: 'One part of a document attached to the proposal',
    query: documentNamed,
    document: ({ id, proposal, life }, asked) =>
      attached(id, proposal.form.attachments, life.path[0]?.entered ?? '', asked.document),
  })
}

function uploadRoutes(app: Api): void {
  route(app, {
    ...common,
    method: 'post',
    path: '/api/drafts/{draftId}/attachment-parts',
    name: 'upload-attachment',
    summary: 'One part of a document to attach to your draft, 2 MiB of it but for the last',
    request: { params: draftIdParam, body: partSchema },
    responses: partKept,
    handle: async (c, { params, body }) => {
      const { draftId } = params
      const { person } = authorise(c.get('known'), 'draft-proposals')
      await readDraft(deps(), person.id, draftId)
      const part = received(body)
      await keepPart(deps(), placeOfProposal(draftId), part)
      return c.json({ part: part.part }, 200)
    },
  })
  route(app, {
    ...common,
    method: 'post',
    path: '/api/drafts/{draftId}/attachments',
    name: 'keep-attachment',
    summary: 'Look at a document whose parts have been uploaded, and keep it; the draft then names it in `attachments`',
    request: { params: draftIdParam, body: attachmentSchema },
    responses: { 200: { description: 'Kept', content: json(attachmentSchema) }, ...problems },
    handle: async (c, { params, body }) => {
      const { draftId } = params
      const { person } = authorise(c.get('known'), 'draft-proposals')
      await readDraft(deps(), person.id, draftId)
      const { documentKey: _, ...kept } = await putTogether(deps(), placeOfProposal(draftId), body)
      return c.json(kept, 200)
    },
  })
}

function attached(caseId: string, attachments: Attachment[], at: Instant, documentId: string) {
  const found = attachments.find(({ id }) => id === documentId)
  if (!found) throw new Refusal('NotFound', 'No such document is attached to this proposal.')
  return { ...found, documentKey: suppliedKey(placeOfProposal(caseId), found.id), at }
}
