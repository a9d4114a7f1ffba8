import { z } from '@hono/zod-openapi'
import { seatSchema } from '../../../domain/panel/panel.ts'
import { certificateSchema } from '../../../domain/panel-draw/certificate.ts'
import { constraintsSchema } from '../../../domain/panel-draw/pool.ts'
import { instantSchema } from '../../../domain/time/instant.ts'

/** A draw as everybody may see it. */
const drawShown = z
  .looseObject({
    status: z.enum(['committed', 'abandoned', 'drawn']),
    draw: z.int(),
    commitment: z.string(),
    committedAt: instantSchema,
    panels: z.string().openapi({ description: 'How many panels are possible' }),
    reason: z.string().optional(),
    certificate: certificateSchema.optional(),
  })
  .openapi('Draw')

export const panelAnswer = z
  .looseObject({
    constraints: constraintsSchema,
    vacancies: z.int(),
    draws: z.array(drawShown),
    members: z.array(z.string()).optional(),
    chair: z.string().optional(),
    seats: z.record(z.string(), seatSchema).optional(),
    you: z
      .looseObject({
        seat: z.string().optional(),
        chances: z.array(
          z.looseObject({ draw: z.int(), chance: z.string(), inAThousand: z.string(), because: z.string() }),
        ),
      })
      .optional(),
    choiceOfChair: z.looseObject({ status: z.string() }).optional(),
  })
  .openapi('Panel')

export const publicDrawsAnswer = z.looseObject({ caseId: z.string(), draws: z.array(drawShown) }).openapi('PublicDraws')
