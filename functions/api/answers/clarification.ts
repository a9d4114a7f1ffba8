import { answerSchema, questionSchema } from '../../../domain/clarification/clarification.ts'
import { suppliedDocumentSchema } from '../../../domain/tender/document.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'

/** Where it lies is nobody's to know; it is read part by part. */
const sent = suppliedDocumentSchema.omit({ documentKey: true })

export const questionsAnswer = z
  .object({
    status: z.enum(['open', 'closed', 'opened', 'ended']),
    questions: z.array(
      questionSchema.extend({
        documents: z.array(sent).meta({ description: 'What came with it, by names that do not tell who asked' }),
        answer: answerSchema.extend({ documents: z.array(sent) }).optional(),
        organisationId: z.string().optional().meta({ description: 'Who asked: for the auditor alone' }),
        identifying: z
          .array(z.object({ found: z.string(), because: z.string() }))
          .meta({ description: 'What in its words would, or might, tell who asked' }),
      }),
    ),
    deadline: instantSchema.optional(),
    questionsCloseAt: instantSchema.optional(),
  })
  .meta({ id: 'Questions' })
