import { z } from '@hono/zod-openapi'
import { fewTendersChoices, fewTendersDecisionSchema } from '../../../domain/tender/few-tenders-choice.ts'

export const fewTendersAnswer = z
  .looseObject({
    few: z.boolean(),
    tenders: z.int(),
    choices: z.array(z.enum(fewTendersChoices)),
    members: z.array(z.string()),
    chosen: fewTendersDecisionSchema.optional(),
  })
  .openapi('FewTenders')
