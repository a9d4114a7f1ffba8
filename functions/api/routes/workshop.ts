import { enteredPriceFormula } from '../../../domain/evaluation/price-formula.ts'
import { enteredPoints } from '../../../domain/specification/content.ts'
import { holdWorkshop, tried } from '../../../domain/workshop/decide.ts'
import { viewWorkshops } from '../../../domain/workshop/view.ts'
import { sampleSchema } from '../../../domain/workshop/workshop.ts'
import * as z from '../../../domain/zod.ts'
import { workshopsAnswer } from '../answers/workshop.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { numbered } from '../numbers.ts'
import { panelNames } from '../panel-names.ts'
import { criterionId, present, shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

const attempt = {
  version: numbered,
  weights: z.record(criterionId, enteredPoints),
  priceShare: enteredPoints,
  priceFormula: enteredPriceFormula(enteredPoints),
  samples: z
    .array(sampleSchema)
    .min(2, 'Enter at least two sample tenders')
    .max(8, 'Enter at most eight sample tenders'),
}

/** The panel tries sample tenders against the weights before they are published. */
export function workshopRoutes(app: Api): void {
  caseCommand(app, {
    name: 'try-weights',
    summary: 'See how sample tenders would rank; nothing is kept',
    body: z.strictObject(attempt),
    load: ['versions'],
    decide: () => [],
    answer: (theCase, body, { person }) => ({ tried: tried(theCase, body, person.id) }),
  })
  caseCommand(app, {
    name: 'hold-workshop',
    summary: 'Keep a weighting workshop on the record, with what the panel concludes from it',
    body: z.strictObject({
      ...attempt,
      conclusion: shortReason,
      planned: numbered.optional(),
      present: present.optional(),
    }),
    load: ['versions', 'workshops'],
    decide: (theCase, body, { person, at }) => holdWorkshop(theCase, { ...body, person: person.id }, at),
  })
  caseView(app, {
    name: 'view-workshops',
    path: '/specification/workshops',
    summary: 'What a weighting workshop begins with, and the workshops that were held',
    answer: workshopsAnswer,
    query: noQuery,
    load: ['versions', 'workshops'],
    view: async (theCase, { deps }) => ({ ...viewWorkshops(theCase), people: await panelNames(deps, theCase) }),
  })
}
