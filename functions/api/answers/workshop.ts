import { exactSchema } from '../../../domain/evaluation/exact.ts'
import { priceFormulaSchema } from '../../../domain/evaluation/price-formula.ts'
import { criteriaSchema } from '../../../domain/specification/content.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import { sampleSchema, workshopSchema } from '../../../domain/workshop/workshop.ts'
import * as z from '../../../domain/zod.ts'

export const workshopsAnswer = z
  .object({
    version: z.int(),
    criteria: criteriaSchema,
    priceShare: exactSchema,
    priceFormula: priceFormulaSchema,
    examples: z.array(sampleSchema).meta({ description: 'Sample tenders to begin with' }),
    farthest: z.int().meta({ description: 'By how many points, at most, a share was moved' }),
    members: z.array(z.string()).meta({ description: 'Who can have been there' }),
    held: z.array(workshopSchema),
    publishedAt: instantSchema.optional(),
    people: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Workshops' })
