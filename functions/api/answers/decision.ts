import { letterSchema, recommendationSchema, returnedBy, standstillSchema } from '../../../domain/decision/decision.ts'
import { paperSchema } from '../../../domain/paper/paper.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'
import { voteShown } from './vote.ts'

export const confirmation = z.object({ reasons: z.string(), at: instantSchema })
export const returned = z.array(z.object({ by: z.enum(returnedBy), reasons: z.string(), at: instantSchema }))
export const representations = z.array(z.object({ id: z.int(), at: instantSchema }))

export const decisionAnswer = z
  .object({
    status: z.enum(['due', 'voting', 'recommended', 'confirmed', 'standstill', 'awarded', 'not awarded', 'void']),
    sitting: z.int(),
    returned,
    chair: z.string().optional(),
    ranked: z.boolean().meta({ description: 'There is a ranking to decide with' }),
    unruled: z.literal(true).optional().meta({
      description: 'Told to whoever can rule: an interest is flagged, and the award waits for the ruling',
    }),
    ruledByExcluded: z.literal(true).optional().meta({
      description: 'A ruling on a tender stands although somebody who made it was excluded: the ranking says which',
    }),
    declareFirst: z.literal(true).optional().meta({
      description:
        'You have not said yet whether you have an interest in those who tendered: do so before you confirm or reject',
    }),
    fewTenders: z.object({ tenders: z.int(), choice: z.string(), reasons: z.string() }).optional(),
    noAward: z.object({ scoring: z.int(), quorum: z.int() }).optional().meta({
      description: 'Nobody can vote to award: fewer members’ scores count than must, or no tender has a place',
    }),
    vote: voteShown.optional(),
    recommendation: recommendationSchema.optional(),
    reasons: z.array(z.unknown()).optional(),
    confirmation: confirmation.optional(),
    announcedAt: instantSchema.optional(),
    standstill: standstillSchema.optional(),
    notBefore: instantSchema.optional().meta({ description: 'Until when the standstill is open' }),
    published: z
      .object({ on: z.iso.date(), reference: z.string() })
      .optional()
      .meta({ description: 'The notice of the award on the national platform' }),
    noticeDue: z.boolean().optional().meta({ description: 'Nothing is awarded before that is recorded' }),
    representations: representations.optional(),
    unsignedUntil: instantSchema
      .optional()
      .meta({ description: 'A contract that is not signed must not be before, for a representation recorded late' }),
    members: z.array(z.string()).optional().meta({ description: 'Who can consider a representation' }),
    names: z.record(z.string(), z.string()).meta({ description: 'By person' }),
  })
  .meta({ id: 'Decision' })

export const letterAnswer = z
  .object({
    // Absent where only letters that no longer stand exist: the decision was sent back.
    letter: letterSchema.optional(),
    paper: paperSchema.optional().meta({ description: 'The letter in words, as the PDF has it' }),
    announcedAt: instantSchema.optional(),
    standstill: standstillSchema.optional(),
    notBefore: instantSchema.optional(),
    awardedAt: instantSchema.optional(),
    representations: representations.optional(),
    late: z
      .array(z.object({ id: z.int(), at: instantSchema }))
      .optional()
      .meta({ description: 'Representations that came in time and were recorded after the award' }),
    unsignedUntil: instantSchema.optional(),
    superseded: z.array(z.unknown()).optional(),
  })
  .meta({ id: 'OwnLetter' })
