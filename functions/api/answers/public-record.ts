import { milestones } from '../../../domain/after-award/after-award.ts'
import { outcomes, stages } from '../../../domain/case/case.ts'
import { standstillSchema } from '../../../domain/decision/decision.ts'
import { weightChangeSchema } from '../../../domain/evaluation/robustness/weight-change.ts'
import { ruledByExcludedSchema } from '../../../domain/evaluation/ruled-by-excluded.ts'
import { extensionSchema } from '../../../domain/ocds/extension.ts'
import { paperSchema } from '../../../domain/paper/paper.ts'
import { areaNames } from '../../../domain/proposal/areas.ts'
import { hashSchema } from '../../../domain/record/chain.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import { tallySchema } from '../../../domain/vote/vote.ts'
import * as z from '../../../domain/zod.ts'
import { headSchema } from './case.ts'
import { confirmation, representations, returned } from './decision.ts'
import { asMadeShown, rankingShown } from './evaluation.ts'

export const decisionRecordAnswer = z
  .object({
    caseId: z.string(),
    head: headSchema,
    title: z.string(),
    area: z.enum(areaNames),
    outcome: z.enum(outcomes),
    winner: z.string().optional(),
    story: z.array(z.object({ stage: z.enum(stages), entered: instantSchema, left: instantSchema.optional() })),
    panel: z.object({ members: z.array(z.string()), chair: z.string().optional() }),
    earlierRounds: z.array(
      z.object({ round: z.int(), publishedAt: instantSchema, tenders: z.int(), because: z.string() }),
    ),
    specificationVersion: z.int().optional(),
    ...rankingShown,
    rankedAt: rankingShown.rankedAt.optional(),
    ties: rankingShown.ties.optional(),
    excludedBefore: rankingShown.excludedBefore.optional(),
    fewTenders: z
      .object({ tenders: z.int(), choice: z.string(), reasons: z.string(), members: z.int(), at: instantSchema })
      .optional()
      .meta({ description: 'What the panel chose when fewer than two tenders were received' }),
    leftOut: z.int().meta({ description: 'How many members were left out, not who' }),
    proposal: z.object({ problem: z.string(), objectives: z.array(z.string()) }),
    nominations: z.array(
      z.object({ practiceId: z.string(), nominated: z.int(), accepted: z.int(), declined: z.boolean() }),
    ),
    conflicts: z.object({
      checked: z.int(),
      rules: z.array(z.object({ rule: z.string(), says: z.string(), people: z.int() })),
    }),
    draws: z.array(z.object({ draw: z.int(), status: z.string(), commitment: hashSchema })),
    moderation: z.array(z.object({ organisationId: z.string(), criterionId: z.string(), reason: z.string() })),
    notAgreed: z.array(z.object({ organisationId: z.string(), criterionId: z.string(), reason: z.string() })),
    excludedSince: z
      .object({ members: z.int(), ...asMadeShown })
      .optional()
      .meta({
        description:
          'Members excluded after the ranking, how it was made with them, whether another tender comes first without, and how many members’ scores count, of how many that must: all else here is of the result without them',
      }),
    ruledByExcluded: z
      .array(ruledByExcludedSchema.extend({ people: z.int() }))
      .optional()
      .meta({ description: 'Rulings on tenders that stand, of people who were excluded for a conflict of interest' }),
    robustness: z.object({ weights: weightChangeSchema }).optional(),
    afterAward: z.object({ milestones: z.array(z.object({ milestone: z.enum(milestones) })) }).optional(),
    paper: paperSchema.describe('The record in words, as the PDF has it'),
    decision: z.object({
      sitting: z.int(),
      returned,
      votes: z.array(z.object({ tally: tallySchema, countedAt: instantSchema })),
      reasons: z.array(z.unknown()),
      confirmation,
      announcedAt: instantSchema,
      standstill: standstillSchema.optional(),
      representations,
      awardedAt: instantSchema.optional(),
    }),
  })
  .meta({ id: 'DecisionRecord' })

export const awardNoticeAnswer = z
  .object({
    caseId: z.string(),
    title: z.string(),
    winner: z.string(),
    pence: z.int().optional(),
    publishedAt: instantSchema,
    standstill: standstillSchema,
    published: z.object({ on: z.iso.date(), reference: z.string() }).optional(),
    notBefore: instantSchema.optional().describe('The contract cannot begin before, while the standstill is open'),
    withdrawnAt: instantSchema.optional(),
    awardedAt: instantSchema.optional(),
    paper: paperSchema.describe('The notice in words'),
  })
  .meta({ id: 'AwardNotice' })

/** What OCDS says of a release stands in its own schema; here only what is ours. */
export const releaseAnswer = z
  .object({
    ocid: z.string(),
    id: z.string(),
    date: instantSchema,
    tag: z.array(z.string()),
    initiationType: z.literal('tender'),
    redesignPanels: extensionSchema,
  })
  .meta({ id: 'OcdsRelease' })

export const releasePackageAnswer = z
  .object({
    uri: z.url(),
    version: z.literal('1.1'),
    extensions: z.array(z.url()),
    releases: z.array(releaseAnswer),
  })
  .meta({ id: 'OcdsReleasePackage' })

export const extensionAnswer = z.looseObject({}).meta({ id: 'OcdsExtension' })
