import { draftScoresSchema, notesSchema } from '../../../domain/evaluation/draft.ts'
import {
  givenScoresSchema,
  matterSchema,
  meetingSchema,
  moderatedSchema,
  notAgreedSchema,
  scoreSheetSchema,
} from '../../../domain/evaluation/evaluation.ts'
import { lowPriceSchema } from '../../../domain/evaluation/low-price.ts'
import { priceFormulaSchema } from '../../../domain/evaluation/price-formula.ts'
import { rankedSchema } from '../../../domain/evaluation/rank.ts'
import { robustnessSchema, standingSchema } from '../../../domain/evaluation/robustness/robustness.ts'
import { ruledByExcludedSchema } from '../../../domain/evaluation/ruled-by-excluded.ts'
import { hashSchema } from '../../../domain/record/chain.ts'
import { criteriaSchema } from '../../../domain/specification/content.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'

const finding = z.object({ organisationId: z.string(), reasons: z.array(z.string()) })

const kept = { version: z.int(), savedAt: instantSchema }

export const scoringAnswer = z
  .object({
    scoring: z.enum(['open', 'closed']),
    round: z.int(),
    title: z.string().describe('Of the case'),
    dueAt: instantSchema.optional(),
    criteria: criteriaSchema,
    tenders: z.array(
      z.object({
        organisationId: z.string(),
        answers: z.record(z.string(), z.string()).optional(),
        draft: z.object({ ...kept, entries: draftScoresSchema }).optional(),
        notes: z.object({ ...kept, entries: notesSchema }).optional(),
        submitted: z.object({ scores: givenScoresSchema, at: instantSchema }).optional(),
      }),
    ),
  })
  .meta({ id: 'Scoring' })

export const progressAnswer = z
  .object({
    status: z.string(),
    findings: z.array(finding),
    tenders: z.int(),
    members: z.array(z.object({ member: z.string(), scored: z.int() })),
    leftOut: z.array(z.string()).optional(),
  })
  .meta({ id: 'Progress' })

export const moderationAnswer = z
  .object({
    status: z.string().optional(),
    chair: z.string().optional(),
    members: z.array(z.string()).optional(),
    quorum: z.int().optional(),
    farApartAbove: z.string().optional(),
    dueAt: instantSchema.optional(),
    concluded: z.boolean().optional(),
    setAside: z.array(z.string()).optional(),
    leftOut: z.array(z.string()).optional(),
    meetings: z.array(meetingSchema).optional(),
    criteria: z.array(z.object({ id: z.string(), title: z.string(), scale: z.array(z.string()) })).optional(),
    matters: z
      .array(
        z.object({
          organisationId: z.string(),
          criterionId: z.string(),
          lowest: z.int(),
          highest: z.int(),
          title: z.string().optional(),
          given: z.array(z.object({ member: z.string(), score: z.int(), rationale: z.string() })),
          open: z.boolean(),
          settled: z.literal(true).optional(),
          undone: z.union([moderatedSchema, notAgreedSchema]).optional(),
          agreed: moderatedSchema.optional(),
          notAgreed: notAgreedSchema.optional(),
          median: z.string().optional(),
        }),
      )
      .optional(),
    sheets: z.array(scoreSheetSchema).optional(),
    names: z.record(z.string(), z.string()).meta({ description: 'By person' }),
  })
  .meta({ id: 'Moderation' })

/** The ranking as every reader of it sees it; the decision record holds it too. */
export const rankingShown = {
  rankedAt: instantSchema,
  criteria: z.array(z.object({ id: z.string(), title: z.string(), weight: z.string(), minimum: z.int().optional() })),
  priceShare: z.string(),
  priceFormula: priceFormulaSchema,
  ranking: z.array(rankedSchema.extend({ shown: z.string(), terms: z.array(z.string()) })),
  notRanked: z.array(finding),
  excludedBefore: z.object({ members: z.int(), setAside: z.array(matterSchema) }).meta({
    description: 'Of members who had scored: how many were excluded before the award; and what was agreed with them',
  }),
  ties: z.object({
    rules: z.string(),
    seed: hashSchema,
    numbers: z.array(z.object({ organisationId: z.string(), number: hashSchema })),
  }),
}

/** How the ranking was made, with members who had to leave since, and whether it still holds without them. */
export const asMadeShown = {
  asMade: z.array(standingSchema),
  changesTheWinner: z.boolean(),
  scoring: z.int(),
  quorum: z.int(),
}

export const rankingAnswer = z
  .object({
    ...rankingShown,
    leftOut: z.array(z.string()),
    lowPrices: z.array(lowPriceSchema),
    excludedSince: z
      .object({ members: z.array(z.string()), ...asMadeShown })
      .optional()
      .meta({
        description:
          'Members who had to leave after the tenders were ranked: the ranking is the one without them, and this is how it was made; how many members’ scores count, and of how many they must for an award',
      }),
    ruledByExcluded: z
      .array(ruledByExcludedSchema)
      .optional()
      .meta({ description: 'Rulings on tenders that stand, of people who were excluded for a conflict of interest' }),
    robustness: robustnessSchema.optional(),
    names: z.record(z.string(), z.string()).meta({ description: 'By person' }),
    inWords: z.array(z.string()).optional(),
  })
  .meta({ id: 'Ranking' })
