import { decideOnFewTenders, viewFewTenders } from '../../../domain/tender/few-tenders.ts'
import { fewTendersChoices } from '../../../domain/tender/few-tenders-choice.ts'
import * as z from '../../../domain/zod.ts'
import { fewTendersAnswer } from '../answers/few-tenders.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { panelNames } from '../panel-names.ts'
import { present, reason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

/** Nobody tendered, or one alone: the panel chooses how to go on. */
export function fewTendersRoutes(app: Api): void {
  caseCommand(app, {
    name: 'decide-on-few-tenders',
    summary:
      'Record how the panel continues when fewer than two tenders were received, with its reasons and who took part',
    body: z.strictObject({
      choice: z.enum(fewTendersChoices),
      reasons: reason,
      present,
    }),
    decide: (theCase, body, { person }) => decideOnFewTenders(theCase, { ...body, person: person.id }),
  })
  caseView(app, {
    name: 'view-few-tenders',
    path: '/few-tenders',
    summary: 'If fewer than two tenders were received: what the panel can choose, and what it chose',
    answer: fewTendersAnswer,
    query: noQuery,
    view: async (theCase, { deps }) => ({ ...viewFewTenders(theCase), people: await panelNames(deps, theCase) }),
  })
}
