import { fewTendersChoices, fewTendersDecisionSchema } from '../../../domain/tender/few-tenders-choice.ts'
import * as z from '../../../domain/zod.ts'

export const fewTendersAnswer = z
  .looseObject({
    few: z.boolean(),
    tenders: z.int(),
    choices: z.array(z.enum(fewTendersChoices)),
    members: z.array(z.string()),
    chosen: fewTendersDecisionSchema.optional(),
  })
  .openapi('FewTenders')
