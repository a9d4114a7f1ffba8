import { instantSchema } from '../../../domain/time/instant.ts'
import { ballotSchema, resultSchema, tallySchema } from '../../../domain/vote/vote.ts'
import * as z from '../../../domain/zod.ts'

/** A vote as it is seen: while it is open nobody sees a ballot but their own. */
export const voteShown = z
  .object({
    status: z.enum(['open', 'closed']),
    options: z.array(z.string()),
    on: z.string().optional(),
    rounds: z.array(
      z.object({
        tally: tallySchema,
        tookPart: z.int(),
        countedAt: instantSchema,
        ballots: z.record(z.string(), ballotSchema).optional(),
      }),
    ),
    round: z.int().optional(),
    voted: z.int().optional(),
    members: z.int().optional(),
    yours: ballotSchema.optional(),
    result: resultSchema.optional(),
  })
  .meta({ id: 'Vote' })
