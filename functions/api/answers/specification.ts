import { answerSchema, verdicts } from '../../../domain/appraisal/appraisal.ts'
import { businessCaseSchema } from '../../../domain/business-case/business-case.ts'
import { exactSchema } from '../../../domain/evaluation/exact.ts'
import { commentSchema, versionSchema } from '../../../domain/specification/specification.ts'
import { sectionNames } from '../../../domain/specification/template.ts'
import * as z from '../../../domain/zod.ts'
import { voteShown } from './vote.ts'

const people = z
  .record(z.string(), z.string())
  .optional()
  .meta({ description: 'What the people of the panel are called' })

export const appraisalAnswer = z
  .object({
    checklist: z.record(z.string(), z.string()),
    status: z.enum(['not yet', 'open', 'concluded']),
    round: z.int().optional(),
    answers: z.record(z.string(), answerSchema).optional(),
    verdict: z.enum(verdicts).optional(),
    reasons: z.array(z.unknown()).optional(),
    vote: voteShown.optional(),
    people,
  })
  .meta({ id: 'Appraisal' })

/** One price of the worked example of a price formula. */
export const priceExampleShown = z
  .object({ pence: z.int(), points: exactSchema, term: z.string() })
  .meta({ id: 'PriceExample' })

/** What differs between two versions, word by word. */
export const differenceShown = z
  .object({
    path: z.array(z.union([z.string(), z.int()])),
    what: z.string(),
    parts: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
  })
  .meta({ id: 'Difference' })

export const specificationAnswer = z
  .object({
    status: z.enum(['drafting', 'voting', 'approved']),
    round: z.int(),
    latest: z.int(),
    putToVote: z.int().optional(),
    template: z.looseObject({
      sections: z.record(z.enum(sectionNames), z.object({ title: z.string(), guidance: z.string() })),
    }),
    versions: z.array(versionSchema.omit({ content: true })),
    version: versionSchema.optional(),
    approved: z.int().optional(),
    published: z.int().optional(),
    canWrite: z.boolean(),
    total: exactSchema.optional(),
    priceExample: z.array(priceExampleShown).optional(),
    missing: z.array(z.object({ path: z.array(z.union([z.string(), z.int()])), message: z.string() })).optional(),
    comments: z.array(commentSchema),
    vote: voteShown.optional(),
    chair: z.string().optional(),
    businessCase: businessCaseSchema.optional(),
    people,
  })
  .meta({ id: 'Specification' })

export const changesAnswer = z
  .object({
    from: z.int(),
    to: z.int(),
    reason: z.string(),
    changes: z.array(differenceShown),
  })
  .meta({ id: 'SpecificationChanges' })
