import { z } from '@hono/zod-openapi'
import { outcomes, stages } from '../../../domain/case/case.ts'
import {
  decisionSchema,
  letterSchema,
  recommendationSchema,
  standstillSchema,
} from '../../../domain/decision/decision.ts'
import { paperSchema } from '../../../domain/paper/paper.ts'
import { areaNames } from '../../../domain/proposal/areas.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import { tallySchema } from '../../../domain/vote/vote.ts'
import { headSchema } from './case.ts'
import { rankingShown } from './evaluation.ts'
import { voteShown } from './vote.ts'

const confirmation = z.looseObject({ reasons: z.string(), at: instantSchema })
const returned = z.array(z.looseObject({ by: z.enum(['approver', 'panel']), reasons: z.string(), at: instantSchema }))
const representations = z.array(z.looseObject({ id: z.int(), at: instantSchema }))

export const decisionAnswer = z
  .looseObject({
    status: z.enum(decisionSchema.options.map(({ shape }) => shape.status.value)),
    sitting: z.int(),
    returned,
    chair: z.string().optional(),
    vote: voteShown.optional(),
    recommendation: recommendationSchema.optional(),
    reasons: z.array(z.unknown()).optional(),
    confirmation: confirmation.optional(),
    announcedAt: instantSchema.optional(),
    standstill: standstillSchema.optional(),
    representations: representations.optional(),
  })
  .openapi('Decision')

export const letterAnswer = z
  .looseObject({
    // Absent where only letters that no longer stand exist: the decision was sent back.
    letter: letterSchema.optional(),
    paper: paperSchema.optional().openapi({ description: 'The letter in words, as the PDF has it' }),
    announcedAt: instantSchema.optional(),
    standstill: standstillSchema.optional(),
    representations: representations.optional(),
    superseded: z.array(z.unknown()).optional(),
  })
  .openapi('OwnLetter')

export const decisionRecordAnswer = z
  .looseObject({
    caseId: z.string(),
    head: headSchema,
    title: z.string(),
    area: z.enum(areaNames),
    outcome: z.enum(outcomes),
    winner: z.string().optional(),
    story: z.array(z.looseObject({ stage: z.enum(stages), entered: instantSchema, left: instantSchema.optional() })),
    panel: z.looseObject({ members: z.array(z.string()), chair: z.string().optional() }),
    specificationVersion: z.int().optional(),
    ...rankingShown,
    leftOut: z.int().openapi({ description: 'How many members were left out, not who' }),
    decision: z.looseObject({
      sitting: z.int(),
      returned,
      votes: z.array(z.looseObject({ tally: tallySchema, countedAt: instantSchema })),
      reasons: z.array(z.unknown()),
      confirmation,
      announcedAt: instantSchema,
      standstill: standstillSchema.optional(),
      representations,
      awardedAt: instantSchema.optional(),
    }),
  })
  .openapi('DecisionRecord')
