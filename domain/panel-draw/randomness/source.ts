import { hashSchema } from '../../record/chain.ts'
import { addMilliseconds, instantSchema } from '../../time/instant.ts'
import * as z from '../../zod.ts'
import { QUICKNET, timeOfRound } from './quicknet.ts'

const contributionSchema = z.strictObject({ by: z.string().min(1), commitment: hashSchema })
const shapeSchema = z
  .strictObject({ count: z.int().min(1).max(100), lowest: z.int().min(0), highest: z.int().min(1) })
  .refine(({ count, lowest, highest }) => highest - lowest + 1 >= count, 'there are not so many numbers')
const secretSchema = z.string().regex(/^[0-9a-f]{64}$/, 'must be 32 bytes in hex')

/** Where the randomness of a draw will come from, named before it exists. */
export const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drand-quicknet'), chain: z.literal(QUICKNET.hash), round: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('public-numbers'),
    /** What they are, so that anybody finds them: which draw, index or result, of which day. */
    sources: z.array(z.string().min(1)).min(1).max(10),
    /** What the numbers of each of them look like. */
    numbers: shapeSchema,
    publishedFrom: instantSchema,
  }),
  z
    .strictObject({
      kind: z.literal('commit-reveal'),
      contributions: z.array(contributionSchema).min(2, 'at least two must contribute'),
      fallback: contributionSchema,
      revealFrom: instantSchema,
    })
    .refine(
      ({ contributions, fallback }) =>
        new Set([...contributions, fallback].map(({ by }) => by)).size === contributions.length + 1,
      'nobody contributes twice',
    ),
])
export type Source = z.infer<typeof sourceSchema>

/** What came of it. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('drand-quicknet'),
    round: z.int().min(1),
    signature: z.string().regex(/^[0-9a-f]{96}$/, 'must be 48 bytes in hex'),
  }),
  z.strictObject({ kind: z.literal('public-numbers'), numbers: z.array(z.string()), key: z.string() }),
  z.strictObject({
    kind: z.literal('commit-reveal'),
    reveals: z.array(z.strictObject({ by: z.string(), secret: secretSchema })),
    /** Who did not reveal, and was replaced by the fallback. */
    replaced: z.array(z.string()),
  }),
])
export type Evidence = z.infer<typeof evidenceSchema>

/**
 * From when somebody may know it. Numbers are published from a time that was named; those of a draw on television are known to whoever
 * watches hours before: from half a day before that, nothing gets rid of what is drawn from them (decision 15).
 */
export function mayBeKnownFrom(source: Source): string {
  return source.kind === 'public-numbers' ? addMilliseconds(source.publishedFrom, -HALF_A_DAY) : existsFrom(source)
}

/** Half a day. */
export const HALF_A_DAY = 12 * 3_600_000

/** When the randomness first exists. */
export function existsFrom(source: Source): string {
  switch (source.kind) {
    case 'drand-quicknet':
      return timeOfRound(source.round)
    case 'public-numbers':
      return source.publishedFrom
    case 'commit-reveal':
      return source.revealFrom
  }
}
