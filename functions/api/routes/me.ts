import { isSecretariat } from '../../../domain/locality/locality.ts'
import { areaNames, areas } from '../../../domain/proposal/areas.ts'
import { type Audience, audiences, type Listed } from '../../store/audiences.ts'
import { UNTOLD } from '../../store/exclusions.ts'
import { MOST_OWN, readList, readListsOf, readWaiting } from '../../store/list-store.ts'
import { loadEverybody, loadGroup, loadPractices } from '../../store/locality-store.ts'
import { readMeetings } from '../../store/meeting-store.ts'
import { loadOrganisations } from '../../store/register-store.ts'
import { authorise } from '../access.ts'
import { ownLists } from '../answers/list.ts'
import { meAnswer, registersAnswer } from '../answers/locality.ts'
import type { Api } from '../api.ts'
import { noQuery, programmeView } from '../view.ts'

/** Who somebody is, what is theirs, and whom and what they can name. */
export function meRoutes(app: Api): void {
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
      const [waiting, proposals, tenders, panels, papers, meetings] = await Promise.all([
        readWaiting(deps, known),
        readListsOf(deps, known, audiences.proposals),
        organisationId ? own(audiences.tendered(organisationId), true) : none,
        own(audiences.seats(person.id)),
        person.roles.includes('observer') ? own(audiences.marked, true) : none,
        readMeetings(deps, known, { from: now, most: MOST_OWN }),
      ])
      const lists = { waiting, proposals, tenders, panels, papers }
      return {
        meetings: meetings.filter(({ off }) => !off),
        ...{ person, waiting: waiting.rows, proposals: proposals.rows, tenders: tenders.rows, panels: panels.rows },
        papers: papers.rows,
        more: ownLists.filter((name) => lists[name].more),
        excluded: [...exclusions].flatMap(([caseId, reason]) => (reason === UNTOLD ? [] : [{ caseId, reason }])),
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
      const readsOfAll = person.roles.some((role) => isSecretariat(role) || role === 'auditor')
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
