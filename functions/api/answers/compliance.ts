import { z } from '@hono/zod-openapi'
import { complianceSchema, verdicts } from '../../../domain/compliance/compliance.ts'

export const complianceAnswer = z
  .looseObject({
    questions: z.array(
      z.looseObject({
        ...complianceSchema.shape.questions.element.shape,
        must: z.string().openapi({ description: 'The requirement in words' }),
        mayPass: z.boolean(),
        outcome: z.enum(verdicts).optional(),
      }),
    ),
  })
  .openapi('Compliance')
