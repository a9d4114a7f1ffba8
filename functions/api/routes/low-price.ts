import { decideEvaluation } from '../../../domain/evaluation/decide.ts'
import { explanationSchema, lowPriceSchema } from '../../../domain/evaluation/low-price.ts'
import { viewLowPrices, viewPriceQuestion } from '../../../domain/evaluation/view-low-price.ts'
import { mustHaveRenewedToDecide } from '../../../domain/renewal/renewal.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'
import { loadNames } from '../../store/locality-store.ts'
import type { Api } from '../api.ts'
import { organisationOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { idSchema, present, shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

/** By person. */
const namesSchema = z.record(z.string(), z.string())

const question = z.object({
  pence: z.int(),
  askedAt: instantSchema,
  dueAt: instantSchema.optional(),
  explanation: explanationSchema.optional(),
})

/** Abnormally low prices: the bidder explains, the panel decides. */
export function lowPriceRoutes(app: Api): void {
  caseCommand(app, {
    name: 'explain-price',
    summary: 'Explain how the service can be provided for your organisation’s price',
    body: z.strictObject({
      text: z.string().trim().min(1, 'Explain the price').max(10_000, 'Shorten the explanation to 10,000 characters'),
    }),
    decide: (theCase, { text }, command) =>
      decideEvaluation(
        theCase,
        { type: 'ExplainPrice', organisationId: organisationOf(command.person), text },
        command,
      ),
  })
  caseCommand(app, {
    name: 'judge-price',
    summary: 'Record what the panel decided on a very low price, with its reasons and who took part',
    body: z.strictObject({
      organisationId: idSchema,
      outcome: z.enum(['accepted', 'disregarded']),
      reasons: shortReason,
      present,
    }),
    decide: (theCase, body, command) =>
      decideEvaluation(theCase, { type: 'JudgePrice', chair: command.person.id, ...body }, command),
  })
  caseView(app, {
    name: 'view-price-question',
    path: '/price-question',
    summary: 'What your organisation is asked about its price',
    answer: z.object({ question: question.optional() }).meta({ id: 'PriceQuestion' }),
    query: noQuery,
    unversioned: true,
    view: (theCase, { person }) => viewPriceQuestion(theCase, organisationOf(person)),
  })
  caseView(app, {
    name: 'view-low-prices',
    path: '/low-prices',
    summary: 'Very low prices, how they were explained, and what the panel decided',
    answer: z
      .object({
        prices: z.array(lowPriceSchema.extend({ out: z.boolean() })),
        members: z.array(z.string()),
        names: namesSchema,
      })
      .meta({ id: 'LowPrices' }),
    query: noQuery,
    view: async (theCase, { deps, person }) => {
      mustHaveRenewedToDecide(theCase, person.id)
      const view = viewLowPrices(theCase)
      const present = view.prices.flatMap(({ judgement }) => judgement?.present ?? [])
      return { ...view, names: await loadNames(deps, [...view.members, ...present]) }
    },
  })
}
