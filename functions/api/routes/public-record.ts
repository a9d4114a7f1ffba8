import { awardNoticePaper, awardNotices } from '../../../domain/decision/notice.ts'
import { decisionRecordPaper } from '../../../domain/decision-record/paper.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import { EXTENSION, extensionDescription, extensionPatch, releasePackage } from '../../../domain/ocds/package.ts'
import { phases, release } from '../../../domain/ocds/release.ts'
import { sourceOf } from '../../../domain/ocds/source.ts'
import type { Paper } from '../../../domain/paper/paper.ts'
import { refuseUnless } from '../../../domain/refusal.ts'
import { type Instant, londonDate } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'
import { typefaces } from '../../papers/fonts.ts'
import type { Deps } from '../../runtime/deps.ts'
import { setting } from '../../runtime/setting.ts'
import { lookAtCase } from '../../store/approach-store.ts'
import { loadNames, loadPractices } from '../../store/locality-store.ts'
import { loadOrganisations } from '../../store/register-store.ts'
import { acceptedCase } from '../accepted-case.ts'
import {
  awardNoticeAnswer,
  decisionRecordAnswer,
  extensionAnswer,
  releaseAnswer,
  releasePackageAnswer,
} from '../answers/public-record.ts'
import type { Api } from '../api.ts'
import { publicFile } from '../file.ts'
import { numberAsked } from '../numbers.ts'
import { noQuery, publicView } from '../view.ts'

/** What everybody may read of a case when it is decided, in words and as open contracting data. */
export function publicRecordRoutes(app: Api): void {
  publicView(app, {
    name: 'public-decision-record',
    path: '/api/public/cases/{caseId}/decision-record',
    summary: 'The whole story of a decided case: panel, ranking with its terms, reasons, standstill, outcome',
    answer: decisionRecordAnswer,
    query: noQuery,
    view: ({ deps, caseId }) => decisionRecord(deps, caseId),
  })
  publicView(app, {
    name: 'public-award-notice',
    path: '/api/public/cases/{caseId}/award-notice',
    summary:
      'The notice of the intended award, from its announcement on: of the last sitting of the panel, or of one before',
    answer: awardNoticeAnswer,
    query: z.object({ sitting: numberAsked.optional() }),
    view: ({ deps, caseId, query: { sitting } }) => awardNotice(deps, caseId, sitting),
  })
  publicFile(app, {
    name: 'public-award-notice-pdf',
    path: '/api/public/cases/{caseId}/award-notice.pdf',
    summary: 'The last notice of an intended award as a PDF: the same words as the page',
    type: 'application/pdf',
    file: async ({ deps, caseId }) => {
      const { paper, publishedAt } = await awardNotice(deps, caseId)
      return pdfFile(`award-notice-${caseId}.pdf`, paper, publishedAt)
    },
  })
  publicFile(app, {
    name: 'public-decision-record-pdf',
    path: '/api/public/cases/{caseId}/decision-record.pdf',
    summary: 'The decision record as a PDF: the same words as the page',
    type: 'application/pdf',
    file: async ({ deps, caseId }) => {
      const { paper, decision } = await decisionRecord(deps, caseId)
      return pdfFile(`decision-record-${caseId}.pdf`, paper, decision.awardedAt ?? decision.announcedAt)
    },
  })
  publicView(app, {
    name: 'public-ocds-release',
    path: '/api/public/cases/{caseId}/ocds',
    summary: 'The case as one OCDS 1.1.5 release of all that is public, or of one phase of it',
    answer: releaseAnswer,
    query: z.object({ phase: z.enum(phases).optional() }),
    view: async ({ deps, caseId, query }) => {
      const made = release(await source(deps, caseId), query.phase)
      refuseUnless(made, 'NotFound', 'Nothing has been published for this phase yet.')
      return made
    },
  })
  publicView(app, {
    name: 'public-ocds-package',
    path: '/api/public/cases/{caseId}/ocds-package',
    summary: 'The case as an OCDS 1.1.5 release package: a release for each phase there is',
    answer: releasePackageAnswer,
    query: noQuery,
    view: async ({ deps, caseId }) => releasePackage(await source(deps, caseId)),
  })
  for (const [name, file, made] of [
    ['public-ocds-extension', 'extension.json', () => extensionDescription],
    ['public-ocds-extension-schema', 'release-schema.json', extensionPatch],
  ] as const)
    publicView(app, {
      name,
      path: `${EXTENSION}/${file}`,
      summary: 'What the releases say that OCDS has no place for, as an OCDS extension',
      answer: extensionAnswer,
      query: noQuery,
      view: made,
    })
}

const wholeCase = (deps: Deps, caseId: string) => acceptedCase(deps, caseId, ['draws', 'scoreSheets'])

/** The last one, or that of a sitting. */
async function awardNotice(deps: Deps, caseId: string, sitting?: number) {
  const [theCase, { names }] = await Promise.all([lookAtCase(deps, caseId), namesOf(deps)])
  const notice = awardNotices(theCase).findLast((one) => sitting === undefined || one.sitting === sitting)
  refuseUnless(notice, 'NotFound', 'There is no notice of an intended award in this case.')
  return { ...notice, caseId, paper: awardNoticePaper(notice, caseId, names) }
}

/** What everybody may ask for is made once. */
async function pdfFile(name: string, paper: Paper, madeAt: Instant) {
  const { keptPdfOf } = await import('../../papers/kept-pdf.ts')
  return { name, type: 'application/pdf' as const, body: await keptPdfOf(paper, madeAt, typefaces()) }
}

async function decisionRecord(deps: Deps, caseId: string) {
  const theCase = await wholeCase(deps, caseId)
  const record = viewDecisionRecord(theCase)
  const [places, people] = await Promise.all([namesOf(deps), loadNames(deps, record.panel.members)])
  return { ...record, paper: decisionRecordPaper(record, (id) => people[id] ?? places.names(id)) }
}

async function source(deps: Deps, caseId: string) {
  const [theCase, { names, buyer }] = await Promise.all([wholeCase(deps, caseId), namesOf(deps)])
  const origin = setting('PORTAL_URL')
  return sourceOf(theCase, { names, buyer, origin, today: londonDate(deps.now()) })
}

async function namesOf(deps: Deps) {
  const [organisations, practices] = await Promise.all([loadOrganisations(deps), loadPractices(deps)])
  const known = new Map([...practices, ...organisations].map(({ id, name }) => [id, name]))
  const company = organisations.find(({ kind }) => kind === 'company')
  return {
    names: (id: string) => known.get(id) ?? id,
    buyer: { id: company?.id ?? 'company', name: company?.name ?? 'The commissioning company' },
  }
}
