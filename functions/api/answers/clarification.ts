import { z } from '@hono/zod-openapi'
import { questionSchema } from '../../../domain/clarification/clarification.ts'
import { instantSchema } from '../../../domain/time/instant.ts'

export const questionsAnswer = z
  .looseObject({
    status: z.enum(['open', 'closed', 'opened', 'ended']),
    questions: z.array(
      z.looseObject({
        ...questionSchema.shape,
        organisationId: z.string().optional().openapi({ description: 'Who asked: for the auditor alone' }),
        identifying: z
          .array(z.object({ found: z.string(), because: z.string() }))
          .openapi({ description: 'What in its words would, or might, tell who asked' }),
      }),
    ),
    deadline: instantSchema.optional(),
    questionsCloseAt: instantSchema.optional(),
  })
  .openapi('Questions')
