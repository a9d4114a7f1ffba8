import { approvalPaper } from '../../../domain/approval/paper.ts'
import type { Actor } from '../../../domain/case/party.ts'
import { tell, waitOpened } from '../../../domain/case/tell.ts'
import { viewCase } from '../../../domain/case/view.ts'
import { isOfPutOut } from '../../../domain/conflict/put-out.ts'
import { readsStandings } from '../../../domain/conflict/view.ts'
import { forecast } from '../../../domain/forecast/forecast.ts'
import { areaNames, areas } from '../../../domain/proposal/areas.ts'
import { keepsDeedsSealed } from '../../../domain/tender/sealed-deeds.ts'
import * as z from '../../../domain/zod.ts'
import { namesIn } from '../../disclosure/names.ts'
import { typefaces } from '../../papers/fonts.ts'
import { lookAtCase } from '../../store/approach-store.ts'
import { type Audience, audiences, type Listed } from '../../store/audiences.ts'
import { exportRecord, readTimeline } from '../../store/event-store.ts'
import { UNTOLD } from '../../store/exclusions.ts'
import { MOST_OWN, readList, readListsOf, readWaiting } from '../../store/list-store.ts'
import { loadEverybody, loadGroup, loadPractices } from '../../store/locality-store.ts'
import { readMeetings } from '../../store/meeting-store.ts'
import { loadOrganisations } from '../../store/register-store.ts'
import { publicRowOf } from '../../store/rows.ts'
import { authorise, noSuchCase, permittedActions, quotedTo } from '../access.ts'
import { caseAnswer, recordAnswer, timelineAnswer } from '../answers/case.ts'
import { ownLists, publicCaseAnswer, publicCasesAnswer } from '../answers/list.ts'
import { meAnswer, registersAnswer } from '../answers/locality.ts'
import type { Api } from '../api.ts'
import { commandNames } from '../command.ts'
import { partOfExport } from '../in-parts.ts'
import { numberAfter } from '../numbers.ts'
import { caseFile, caseView, noQuery, pageLimit, pageQuery, programmeView, publicView, viewNames } from '../view.ts'

/** What people see of the programme and of a case. */
export function viewRoutes(app: Api): void {
  programmeView(app, {
    name: 'me',
    path: '/api/me',
    summary:
      'Who you are, what is waiting for you, your proposals and panels, what your organisation has tendered for, and the cases that you are excluded from',
    answer: meAnswer,
    query: noQuery,
    view: async ({ known, deps }) => {
      const { person, exclusions } = known
      const own = async <Row extends Listed>(audience: Audience<Row>, newestFirst = false) => {
        const { rows, next } = await readList(deps, known, audience, { limit: MOST_OWN, newestFirst })
        return { rows, more: next !== undefined }
      }
      const none = { rows: [], more: false }
      const { organisationId } = person
      const now = deps.now()
      const [waiting, proposals, tenders, panels, meetings] = await Promise.all([
        readWaiting(deps, known),
        readListsOf(deps, known, audiences.proposals),
        organisationId ? own(audiences.tendered(organisationId), true) : none,
        own(audiences.seats(person.id)),
        readMeetings(deps, known, { from: now, most: MOST_OWN }),
      ])
      const lists = { waiting, proposals, tenders, panels }
      return {
        meetings: meetings.filter(({ off }) => !off),
        ...{ person, waiting: waiting.rows, proposals: proposals.rows, tenders: tenders.rows, panels: panels.rows },
        more: ownLists.filter((name) => lists[name].more),
        excluded: [...exclusions].flatMap(([caseId, reason]) => (reason === UNTOLD ? [] : [{ caseId, reason }])),
      }
    },
  })
  publicView(app, {
    name: 'public-cases',
    path: '/api/public/cases',
    summary: 'Every accepted case, newest first',
    answer: publicCasesAnswer,
    query: pageQuery,
    view: ({ deps, query }) => readList(deps, 'everybody', audiences.public, { ...query, newestFirst: true }),
  })
  publicView(app, {
    name: 'public-case',
    path: '/api/public/cases/{caseId}',
    summary: 'What the public sees of an accepted case: its row in the list of cases',
    answer: publicCaseAnswer,
    query: noQuery,
    view: async ({ deps, caseId }) => {
      const row = publicRowOf(await lookAtCase(deps, caseId))
      if (!row) throw noSuchCase()
      return row
    },
  })
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
  programmeView(app, {
    name: 'registers',
    path: '/api/registers',
    summary:
      'The practices, organisations and commissioning areas; the people of your own practice or organisation, or for the secretariat and the auditor all',
    answer: registersAnswer,
    query: noQuery,
    view: async ({ known, deps }) => {
      const { person } = authorise(known, 'view-registers')
      // They read of everybody, and who it is belongs to it.
      const readsOfAll = person.roles.some((role) => role.endsWith('programme-manager') || role === 'auditor')
      const own = person.practiceId ?? person.organisationId
      const [practices, organisations, colleagues] = await Promise.all([
        loadPractices(deps),
        loadOrganisations(deps),
        readsOfAll ? loadEverybody(deps) : own ? loadGroup(deps, own) : [],
      ])
      return {
        practices,
        organisations,
        areas: areaNames.map((id) => ({ id, ...areas[id] })),
        colleagues: colleagues.map(({ id, name, profession, roles }) => ({ id, name, profession, roles })),
      }
    },
  })
}

/** Who asked, tendered or objected is not told: questions are anonymous, and tenders are sealed. */
const ofBidders = ['QuestionAsked', 'TenderSubmitted', 'TenderReconfirmed', 'TenderWithdrawn', 'RepresentationMade']
const shown = (type: string, by: Actor) => (ofBidders.includes(type) ? { as: 'provider' as const } : by)
