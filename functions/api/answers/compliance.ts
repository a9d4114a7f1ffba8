import { questionSchema, suppliedBySomebodySchema, verdicts } from '../../../domain/compliance/compliance.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'

/** Where it lies is nobody's to know; it is read part by part. */
const suppliedAnswer = suppliedBySomebodySchema.omit({ documentKey: true })

export const missingDocumentAnswer = z
  .object({
    question: z
      .object({
        document: z.string().meta({ description: 'What is missing' }),
        askedAt: instantSchema,
        dueAt: instantSchema.optional().describe('While it can be supplied: until when'),
        supplied: suppliedAnswer.optional(),
      })
      .optional(),
  })
  .meta({ id: 'MissingDocument' })

export const complianceAnswer = z
  .object({
    questions: z.array(
      questionSchema.extend({
        supplied: suppliedAnswer.optional(),
        must: z.string().meta({ description: 'The requirement in words' }),
        mayPass: z.boolean(),
        mayFail: z.boolean().meta({ description: 'Not before its bidder was asked for the document' }),
        mayAsk: z.boolean().meta({ description: 'Its bidder can be asked for a missing document' }),
        mayStillCome: z.boolean().meta({ description: 'Its bidder was asked, and still has time' }),
        outcome: z.enum(verdicts).optional(),
        stands: z.boolean().meta({ description: 'Somebody who ruled was excluded when that changed nothing any more' }),
      }),
    ),
    supplyBy: instantSchema.optional(),
    names: z.record(z.string(), z.string()).meta({ description: 'What those who did something about it are called' }),
    raiseAbout: z.array(z.string()).meta({ description: 'The tenders about which a question can be raised now' }),
  })
  .meta({ id: 'Compliance' })
