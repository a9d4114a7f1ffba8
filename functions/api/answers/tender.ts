import { exactSchema } from '../../../domain/evaluation/exact.ts'
import { priceFormulaSchema } from '../../../domain/evaluation/price-formula.ts'
import { areaNames } from '../../../domain/proposal/areas.ts'
import { hashSchema } from '../../../domain/record/chain.ts'
import { criteriaSchema, sectionsSchema } from '../../../domain/specification/content.ts'
import { sectionNames } from '../../../domain/specification/template.ts'
import { suppliedDocumentSchema } from '../../../domain/tender/document.ts'
import { publicKeysSchema, sealedSchema } from '../../../domain/tender/tender.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'
import { differenceShown, priceExampleShown } from './specification.ts'

const hashes = sealedSchema.pick({ sha256: true, contentSha256: true }).extend({
  documents: z.array(z.object({ id: z.string(), bytes: z.int(), sha256: z.string() })),
})

const publishedDocument = suppliedDocumentSchema.omit({ documentKey: true })

const about = {
  caseId: z.string(),
  title: z.string(),
  area: z.enum(areaNames),
  round: z.int(),
  status: z.enum(['due', 'open', 'closed', 'opened', 'ended']),
}

const notice = z.object({
  ...about,
  publishedAt: instantSchema,
  again: z.string().optional().meta({ description: 'It was tendered before: why that came to nothing' }),
  deadline: instantSchema.optional(),
  questionsCloseAt: instantSchema.optional(),
  questionsOpen: z
    .boolean()
    .meta({ description: 'Questions have not closed before their time because the deadline had to move' }),
  criteria: criteriaSchema,
  priceShare: exactSchema,
  specificationVersion: z.int(),
  priceFormula: z.object({
    name: z.string(),
    says: z.string(),
    formula: priceFormulaSchema,
    named: z.string().meta({ description: 'The formula with its numbers' }),
    example: z.array(priceExampleShown),
  }),
  howJudged: z
    .array(z.string())
    .meta({ description: 'What is done with the tenders, step by step, and by what rules' }),
  specification: sectionsSchema.optional(),
  sections: z
    .array(z.object({ section: z.enum(sectionNames), title: z.string(), text: z.string().optional() }))
    .optional()
    .meta({ description: 'The same to be read: in the order of the template, under its titles' }),
  questions: z.array(
    z.object({
      id: z.int(),
      question: z.string(),
      answer: z.string(),
      answeredAt: instantSchema,
      documents: z.array(publishedDocument).meta({ description: 'What was published with the answer' }),
    }),
  ),
  changes: z.array(
    z.object({
      from: z.int(),
      version: z.int(),
      reason: z.string(),
      at: instantSchema,
      differences: z.array(differenceShown),
    }),
  ),
  publicKeys: publicKeysSchema.describe('SPKI, base64: the keys that seal, one for each half'),
  openedAt: instantSchema.optional(),
  ended: z
    .object({ at: instantSchema, because: z.string().optional() })
    .optional()
    .meta({ description: 'The round came to nothing: the case was withdrawn, or sent back to an earlier stage' }),
  hashes: z.array(z.object({ quality: hashes, price: hashes })).optional(),
})

export const noticeAnswer = notice.meta({ id: 'Tender' })

/** Between two rounds there is no notice, and a bidder still has what it sent in the earlier ones. */
export const ownTenderAnswer = notice
  .partial()
  .extend({
    ...about,
    organisationId: z.string(),
    tender: z
      .object({
        organisationId: z.string(),
        round: z.int(),
        submittedAt: instantSchema,
        submittedBy: z.string(),
        quality: hashes,
        price: hashes,
      })
      .nullable()
      .meta({ description: 'The receipt of your tender; null when there is none' }),
    withdrawn: z
      .object({ at: instantSchema, by: z.string() })
      .optional()
      .meta({ description: 'Your organisation withdrew its tender, and has sent no other since: when, and who did' }),
    toReconfirm: z.boolean().optional().meta({ description: 'What is asked has changed since your tender was sent' }),
    told: z.literal(true).optional().meta({ description: 'The outcome is announced: your letter is there' }),
    missingDocument: z.boolean().optional().meta({ description: 'You are, or were, asked for a missing document' }),
    ownQuestions: z.array(
      z.object({ number: z.int(), text: z.string(), askedAt: instantSchema, answer: z.string().optional() }),
    ),
    head: z.object({ hash: hashSchema }).optional().meta({ description: 'Of the event that recorded it: keep it' }),
  })
  .meta({ id: 'OwnTender' })
