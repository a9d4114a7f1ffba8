import { decidePanel } from '../../../domain/panel/decide.ts'
import { viewPanel } from '../../../domain/panel/view.ts'
import * as z from '../../../domain/zod.ts'
import { audiences } from '../../store/audiences.ts'
import { readList } from '../../store/list-store.ts'
import { loadNames } from '../../store/locality-store.ts'
import { panelsSatOn } from '../../store/service-store.ts'
import { authorise } from '../access.ts'
import { standingPanelsAnswer } from '../answers/list.ts'
import { panelAnswer } from '../answers/panel.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { round } from '../numbers.ts'
import { panelNames } from '../panel-names.ts'
import { idSchema, nothing, reason } from '../text.ts'
import { caseView, noQuery, pageQuery, programmeView } from '../view.ts'

export function panelRoutes(app: Api): void {
  caseCommand(app, {
    name: 'accept-seat',
    summary: 'Accept your seat on the panel',
    body: nothing,
    takesPart: true,
    decide: async (theCase, _, { person, deps, at, also }) => {
      const { panels, accepting } = await panelsSatOn(deps, person.id, theCase.id, at)
      also.push(accepting)
      return decidePanel(theCase, { type: 'AcceptSeat', person: person.id, panels })
    },
  })
  caseCommand(app, {
    name: 'decline-seat',
    summary: 'Decline your seat on the panel: it goes to a substitute',
    body: z.strictObject({ reason: reason.optional() }),
    decide: (theCase, body, { person }) =>
      decidePanel(theCase, {
        type: 'DeclineSeat',
        person: person.id,
        ...(body.reason !== undefined && { reason: body.reason }),
      }),
  })
  caseCommand(app, {
    name: 'vote-for-chair',
    summary: 'Vote for the member who is to chair the panel',
    body: z.strictObject({ candidate: idSchema, round }),
    decide: (theCase, body, { person }) => decidePanel(theCase, { type: 'VoteForChair', person: person.id, ...body }),
  })
  programmeView(app, {
    name: 'view-panels',
    path: '/api/panels',
    summary:
      'The panels that serve an area for a term, with each case that they serve: who sits on it, and who came to its meetings',
    answer: standingPanelsAnswer,
    query: pageQuery,
    view: async ({ known, deps, query }) => {
      authorise(known, 'view-panels')
      const page = await readList(deps, known, audiences.standing, query)
      const members = page.rows.flatMap(({ standing }) => standing.members)
      return {
        ...page,
        people: await loadNames(
          deps,
          members.map(({ person }) => person),
        ),
      }
    },
  })
  caseView(app, {
    name: 'view-panel',
    path: '/panel',
    summary: 'The panel: its limits, its draws, your own seat and chance',
    answer: panelAnswer,
    query: noQuery,
    load: ['draws'],
    view: async (theCase, seen) => {
      const panel = viewPanel(theCase, seen)
      return 'members' in panel ? { ...panel, people: await panelNames(seen.deps, theCase) } : panel
    },
  })
}
