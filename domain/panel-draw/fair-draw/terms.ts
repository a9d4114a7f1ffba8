import { digest, hashSchema } from '../../record/chain.ts'
import { addMilliseconds, instantSchema } from '../../time/instant.ts'
import * as z from '../../zod.ts'
import { instanceSchema } from '../instance/instance.ts'
import { existsFrom, sourceSchema } from '../randomness/source.ts'
import { publishedLevelSchema } from './published-level.ts'

export const METHOD = 'leximin/2'

/** The rule book allows no fewer either. */
const FEWEST_PANELS = 100

const row = z.int().min(0)

const panels = z.array(z.array(row).min(1)).min(FEWEST_PANELS).max(10_000)

/** What a draw is bound to before its randomness exists: everything but the randomness. */
export const termsSchema = z.strictObject({
  caseId: z.string(),
  draw: z.int().min(1),
  method: z.literal(METHOD),
  committedAt: instantSchema,
  /** For how many hours at least everybody can look at the terms before the randomness exists. */
  noticeHours: z.int().min(1).max(1_000),
  source: sourceSchema,
  /** What takes the place of a source that fails. */
  fallback: sourceSchema.nullable(),
  /** The digest of the pool. */
  poolHash: hashSchema,
  /** The constraints and the pool: a row for each nominee, with their `entry` and nothing else that names them. */
  instance: instanceSchema,
  /** The proof that no lottery is fairer, level by level. */
  levels: z.array(publishedLevelSchema),
  /** Each nominee’s exact chance, as a fraction. */
  chances: z.array(z.string()),
  /** Who can be on no feasible panel, and why. */
  never: z.array(z.strictObject({ row, why: z.string() })),
  /** Panels that give everybody their chance, the rows of who is on each: as they were before they were mixed. */
  unmixed: panels,
  /** Equally likely panels, numbered from 0: those, mixed. Fewer could not be near anybody’s chance. */
  panels,
  /** How far from their exact number of panels the list puts anybody, at most, as a fraction. */
  furthest: z.string(),
})
export type Terms = z.infer<typeof termsSchema>

export const PUBLISHED_TERMS = 'redesign-panels/draw-terms/2' as const

/** What is published when a draw is committed to: anybody verifies it while its randomness does not exist. */
export const publishedTermsSchema = z.looseObject({
  format: z.literal(PUBLISHED_TERMS),
  terms: termsSchema,
  commitment: hashSchema,
})

/** The commitment that is published, and sent to every nominee. @param terms as they are published */
export const commitmentOf = (terms: unknown): string => digest(terms)

const HOUR = 3_600_000

/** What is wrong with when the randomness will exist. */
export function untimely({ committedAt, noticeHours, source, fallback }: Terms): string[] {
  const earliest = addMilliseconds(committedAt, noticeHours * HOUR)
  const named = fallback ? { source, fallback } : { source }
  return Object.entries(named).flatMap(([name, one]) => {
    const exists = existsFrom(one)
    return exists >= earliest
      ? []
      : [
          `${name}: its randomness exists from ${exists}, and the draw was committed to at ${committedAt} with ${noticeHours} hours’ notice`,
        ]
  })
}
