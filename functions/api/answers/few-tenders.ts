import { fewTendersChoices, fewTendersDecisionSchema } from '../../../domain/tender/few-tenders-choice.ts'
import * as z from '../../../domain/zod.ts'

export const fewTendersAnswer = z
  .object({
    few: z.boolean(),
    tenders: z.int(),
    choices: z.array(z.enum(fewTendersChoices)),
    members: z.array(z.string()),
    people: z.record(z.string(), z.string()).meta({ description: 'What the members are called' }),
    chosen: fewTendersDecisionSchema.optional(),
  })
  .meta({ id: 'FewTenders' })
