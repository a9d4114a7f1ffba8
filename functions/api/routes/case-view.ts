import { approvalPaper } from '../../../domain/approval/paper.ts'
import type { Actor } from '../../../domain/case/party.ts'
import { tell, waitOpened } from '../../../domain/case/tell.ts'
import { viewCase } from '../../../domain/case/view.ts'
import { isOfPutOut } from '../../../domain/conflict/put-out.ts'
import { readsStandings } from '../../../domain/conflict/view.ts'
import { forecast } from '../../../domain/forecast/forecast.ts'
import { keepsDeedsSealed } from '../../../domain/tender/sealed-deeds.ts'
import * as z from '../../../domain/zod.ts'
import { namesIn } from '../../disclosure/names.ts'
import { typefaces } from '../../papers/fonts.ts'
import { exportRecord, readTimeline } from '../../store/event-store.ts'
import { permittedActions, quotedTo } from '../access.ts'
import { caseAnswer, recordAnswer, timelineAnswer } from '../answers/case.ts'
import type { Api } from '../api.ts'
import { commandNames } from '../command.ts'
import { caseFile } from '../file.ts'
import { partOfExport } from '../in-parts.ts'
import { numberAfter } from '../numbers.ts'
import { caseView, noQuery, pageLimit, viewNames } from '../view.ts'

/** A case as people see it at any stage, and what can be downloaded of it. */
export function caseViewRoutes(app: Api): void {
  caseView(app, {
    name: 'view-case',
    path: '',
    summary: 'Where a case stands: who it is waiting for, since when, until when, and what you may do',
    answer: caseAnswer,
    query: noQuery,
    view: (theCase, { known, person, as, deps }) => ({
      ...viewCase(theCase, { person, as }),
      head: quotedTo(known, theCase),
      forecast: forecast(theCase, deps.now()),
      may: permittedActions(known, commandNames, theCase),
      sees: permittedActions(known, viewNames, theCase),
    }),
  })
  caseView(app, {
    name: 'view-timeline',
    path: '/timeline',
    summary: 'Everything that happened in a case, oldest first',
    answer: timelineAnswer,
    query: z.object({
      limit: pageLimit,
      after: numberAfter.meta({ description: '`next` of the page before' }),
    }),
    view: async (theCase, { known, as, deps, query }) => {
      const { events, next } = await readTimeline(deps, theCase, query)
      const standings = readsStandings(as) && permittedActions(known, ['view-conflicts'], theCase).length > 0
      return {
        events: events.map(({ place, entry: { at, by, type, hash }, payload }) => ({
          ...{ sequence: place, at, by: shown(type, by), type, hash },
          told: tell(type, payload?.data),
          ...(standings && isOfPutOut(theCase, by) && { byPutOut: true as const }),
          wait: waitOpened(type, payload?.data),
        })),
        tendersSealed: keepsDeedsSealed(theCase),
        ...(next !== undefined && { next }),
      }
    },
  })
  caseView(app, {
    name: 'export-record',
    path: '/record',
    summary: 'The whole record of an ended case, for `npm run verify`',
    answer: recordAnswer,
    query: partOfExport,
    large: true,
    view: (theCase, { deps }) => exportRecord(deps, theCase),
  })
  caseFile(app, {
    name: 'disclosure-pack',
    path: '/disclosure-pack.zip',
    summary: 'Everything on which the decision rests, with an index and the hash of every file, for `npm run verify`',
    type: 'application/zip',
    large: true,
    load: ['draws', 'versions', 'comments', 'workshops', 'scoreSheets', 'letters'],
    file: async (theCase, { deps }) => {
      const [record, { packFiles }, { zipped }] = await Promise.all([
        exportRecord(deps, theCase),
        import('../../disclosure/files.ts'),
        import('../../disclosure/zip.ts'),
      ])
      const names = await namesIn(deps, theCase, record.events)
      const body = zipped(packFiles({ theCase, record, names }, typefaces()))
      return { name: `disclosure-pack-${theCase.id}.zip`, type: 'application/zip', body }
    },
  })
  caseFile(app, {
    name: 'approval-paper',
    path: '/approval-paper.pdf',
    summary: 'What the approver decides on, in one file: the business case, and later what the panel recommends',
    type: 'application/pdf',
    load: ['versions', 'scoreSheets'],
    file: async (theCase, { deps }) => {
      const { people, organisations } = await namesIn(deps, theCase)
      const { paper, datedAt } = approvalPaper(theCase, (id) => people[id] ?? organisations[id] ?? id)
      const { pdfOf } = await import('../../papers/pdf.ts')
      return {
        name: `approval-${theCase.id}.pdf`,
        type: 'application/pdf',
        body: await pdfOf(paper, datedAt, typefaces()),
      }
    },
  })
}

/** Who asked, tendered or objected is not told: questions are anonymous, and tenders are sealed. */
const ofBidders = ['QuestionAsked', 'TenderSubmitted', 'TenderReconfirmed', 'TenderWithdrawn', 'RepresentationMade']
const shown = (type: string, by: Actor) => (ofBidders.includes(type) ? { as: 'provider' as const } : by)
