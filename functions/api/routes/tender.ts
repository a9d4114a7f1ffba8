import { viewMissingDocument } from '../../../domain/compliance/view.ts'
import { decideTender } from '../../../domain/tender/decide.ts'
import { submittedSchemas } from '../../../domain/tender/submitted.ts'
import { publishedTender, receiptOf, viewNotice, viewOwnTender } from '../../../domain/tender/view.ts'
import * as z from '../../../domain/zod.ts'
import { audiences } from '../../store/audiences.ts'
import { mustBeUploaded } from '../../store/chunk-store.ts'
import { entryAt } from '../../store/event-store.ts'
import { readList } from '../../store/list-store.ts'
import { keepEnvelope, sealedOf } from '../../store/sealed-store.ts'
import { acceptedCase } from '../accepted-case.ts'
import { publicTendersAnswer } from '../answers/list.ts'
import { noticeAnswer, ownTenderAnswer } from '../answers/tender.ts'
import type { Api } from '../api.ts'
import { organisationOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { nothing } from '../text.ts'
import { caseView, noQuery, pageQuery, publicView } from '../view.ts'

/** Providers tender under seal. */
export function tenderRoutes(app: Api): void {
  caseCommand(app, {
    name: 'submit-tender',
    summary: 'Submit your organisation’s sealed tender, or replace it; the answer is the receipt',
    body: z.strictObject(submittedSchemas),
    decide: async (theCase, { quality, price }, { person, at, by, deps }) => {
      const sealed = {
        quality: await sealedOf(theCase.id, quality, 'quality'),
        price: await sealedOf(theCase.id, price, 'price'),
      }
      const organisationId = organisationOf(person)
      const events = decideTender(
        theCase,
        { type: 'SubmitTender', organisationId, submittedBy: person.id, ...sealed },
        { at, by },
      )
      const { round } = publishedTender(theCase)
      const whose = { caseId: theCase.id, round, organisationId }
      await mustBeUploaded(deps, whose, quality.documents, 'quality')
      await mustBeUploaded(deps, whose, price.documents, 'price')
      await keepEnvelope(deps, sealed.quality, quality)
      await keepEnvelope(deps, sealed.price, price)
      return events
    },
    answer: (theCase, _, { person }) => ({
      receipt: receiptOf(publishedTender(theCase), organisationOf(person)),
    }),
  })
  caseCommand(app, {
    name: 'withdraw-tender',
    summary: 'Withdraw your organisation’s tender',
    body: nothing,
    decide: (theCase, _, command) =>
      decideTender(theCase, { type: 'WithdrawTender', organisationId: organisationOf(command.person) }, command),
  })
  publicView(app, {
    name: 'public-tenders',
    path: '/api/public/tenders',
    summary: 'Every open tender, by its deadline',
    answer: publicTendersAnswer,
    query: pageQuery,
    view: ({ deps, query }) => readList(deps, 'everybody', audiences.tenders, query),
  })
  publicView(app, {
    name: 'public-tender',
    path: '/api/public/cases/{caseId}/tender',
    summary:
      'A tender: its criteria, its deadline, the answered questions, and the key that seals; its hashes once opened',
    answer: noticeAnswer,
    query: noQuery,
    view: async ({ deps, caseId }) => viewNotice(await acceptedCase(deps, caseId, ['versions'])),
  })
  caseView(app, {
    name: 'view-own-tender',
    path: '/tender',
    summary: 'The tender with your organisation’s own: its receipt, its questions',
    answer: ownTenderAnswer,
    query: noQuery,
    load: ['versions'],
    unversioned: true,
    view: async (theCase, { person, deps }) => {
      const view = viewOwnTender(theCase, organisationOf(person))
      const entry = view.tender && (await entryAt(deps, theCase.id, 'TenderSubmitted', view.tender.submittedAt))
      const { question } = viewMissingDocument(theCase, view.organisationId, deps.now())
      return {
        ...view,
        ...(question && { missingDocument: true }),
        ...(entry && { head: { hash: entry.hash } }),
      }
    },
  })
}
