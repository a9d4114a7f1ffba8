import { impossibleSchema, seatSchema } from '../../../domain/panel/panel.ts'
import { otherSources } from '../../../domain/panel-draw/draw.ts'
import { certificateSchema } from '../../../domain/panel-draw/fair-draw/certificate.ts'
import { PUBLISHED_TERMS, termsSchema } from '../../../domain/panel-draw/fair-draw/terms.ts'
import { relaxedLimitSchema } from '../../../domain/panel-draw/limits.ts'
import { evidenceSchema, sourceSchema } from '../../../domain/panel-draw/randomness/source.ts'
import { areaNames } from '../../../domain/proposal/areas.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'

/** A draw as everybody may see it, in short. */
const drawShown = z
  .object({
    draw: z.int().meta({ description: 'Attempts are numbered; an abandoned one stays' }),
    status: z.enum(['committed', 'abandoned', 'drawn']),
    commitment: z.string(),
    committedAt: instantSchema,
    noticeHours: z.int(),
    source: sourceSchema,
    fallback: sourceSchema.nullable(),
    randomFrom: instantSchema,
    roundPage: z.string().optional().meta({ description: 'Where everybody finds the round of drand that it named' }),
    pool: z.int(),
    sitting: z.int(),
    panels: z.int().meta({ description: 'How many equally likely panels are listed' }),
    differentPanels: z.int().meta({ description: 'How many of them differ' }),
    never: z
      .array(z.object({ row: z.int(), why: z.string() }))
      .meta({ description: 'The nominees who can be on no panel, by their row in the pool, and why' }),
    reason: z.string().optional(),
    abandonedAt: instantSchema.optional(),
    fallenBack: z.object({ because: z.string(), at: instantSchema }).optional().meta({
      description: 'Why its fallback was taken, and when',
    }),
    brought: z
      .object({ signature: z.string(), at: instantSchema, round: z.int().optional(), index: z.int().optional() })
      .optional()
      .meta({ description: 'The round that it named, brought by somebody, and the panel that the round draws' }),
    from: z.enum(['source', 'fallback']).optional(),
    evidence: evidenceSchema.optional(),
    randomness: z.string().optional(),
    index: z.int().optional(),
    panel: z.array(z.string()).optional(),
    drawnAt: instantSchema.optional(),
  })
  .meta({ id: 'Draw' })

const makeUpShown = z
  .object({
    size: z.int(),
    seated: z.int(),
    quotas: z.array(z.object({ category: z.string(), feature: z.string(), min: z.int(), max: z.int(), have: z.int() })),
  })
  .meta({ id: 'MakeUp' })

export const panelAnswer = z
  .object({
    makeUp: makeUpShown,
    vacancies: z.int(),
    draws: z.array(drawShown),
    members: z.array(z.string()).optional(),
    chair: z.string().optional(),
    people: z.record(z.string(), z.string()).optional().meta({ description: 'What those who sit on it are called' }),
    seats: z.record(z.string(), seatSchema).optional(),
    impossible: impossibleSchema.optional(),
    standing: z
      .object({
        area: z.enum(areaNames),
        from: instantSchema,
        until: instantSchema,
        drawnHere: z.boolean(),
        sat: z.array(z.string()),
      })
      .optional()
      .meta({ description: 'The panel serves its area for a term; who of its members sits on this case' }),
    relaxed: z.array(relaxedLimitSchema).optional(),
    lacks: z.enum(['contributions', 'numbers']).optional().meta({
      description: 'What the draw lacks past its deadline, so that its randomness may be taken from elsewhere',
    }),
    numbers: z
      .object({ yours: z.boolean(), others: z.int() })
      .optional()
      .meta({ description: 'Who has copied down the public numbers so far: you, and how many others' }),
    contribution: z
      .object({
        wanted: z.boolean(),
        commitment: z.string().optional(),
        toReveal: z.boolean(),
        revealFrom: instantSchema.optional().meta({ description: 'When the number that was contributed may be known' }),
        promised: z.string().optional().meta({ description: 'The commitment of the number to be revealed' }),
      })
      .optional(),
    you: z
      .object({
        seat: z.string().optional(),
        chances: z.array(
          z.object({
            draw: z.int(),
            entry: z.string().meta({ description: 'Your entry in the published pool' }),
            salt: z.string().meta({ description: 'What shows that the entry is yours' }),
            chance: z.string().meta({ description: 'The fairest, as an exact fraction' }),
            times: z.int().meta({ description: 'On how many of the listed panels you are' }),
            panels: z.int(),
            because: z.string(),
          }),
        ),
      })
      .optional(),
    choiceOfChair: z.object({ status: z.string() }).optional(),
  })
  .meta({ id: 'Panel' })

export const publicDrawsAnswer = z
  .object({
    caseId: z.string(),
    title: z.string(),
    makeUp: makeUpShown,
    draws: z.array(drawShown),
    elsewhere: z
      .object({ to: z.enum(otherSources), reason: z.string(), at: z.string() })
      .optional()
      .meta({ description: 'That the randomness is not of the practices any more: since when, and why' }),
    names: z.record(z.string(), z.string()).meta({ description: 'Of the practices that contribute to the randomness' }),
  })
  .meta({ id: 'PublicDraws' })
export type PublicDraws = z.infer<typeof publicDrawsAnswer>

export const drawTermsAnswer = z
  .object({
    format: z.literal(PUBLISHED_TERMS),
    draw: z.int(),
    status: z.string(),
    commitment: z.string(),
    terms: termsSchema,
  })
  .meta({ id: 'DrawTerms' })

export const drawCertificateAnswer = certificateSchema.meta({ id: 'DrawCertificate' })
