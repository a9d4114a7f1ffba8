import { hashSchema } from '../record/chain.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'
import { drawnFields } from './fair-draw/certificate.ts'
import { type Terms, termsSchema } from './fair-draw/terms.ts'
import { type RelaxedLimit, relaxedLimitSchema } from './limits.ts'
import type { Services } from './pool.ts'
import type { Reveal } from './randomness/commit-reveal.ts'

const committed = {
  terms: termsSchema,
  commitment: hashSchema,
  /** The salt of each person in the pool. Not part of what is published: each nominee is told their own. */
  salts: z.record(z.string(), z.string()),
  /** What the contributors have revealed so far. */
  reveals: z.array(z.strictObject({ by: z.string(), secret: z.string() })),
  /** Why the fallback was taken, and when. */
  fallenBack: z.strictObject({ because: z.string(), at: instantSchema }).optional(),
  /** The round of drand that the terms named, brought by somebody; after the draw, where its fallback had decided it. */
  brought: z.strictObject({ signature: z.string(), at: instantSchema }).optional(),
  /** What each person copied down of the public numbers, source by source: their last copy. */
  copies: z.record(z.string(), z.array(z.string())).optional(),
  /** The public numbers, once two people have copied down the same. */
  numbers: z.array(z.string()).optional(),
}

/** One attempt at a draw. Attempts are numbered, and one that was abandoned stays with its reason (requirements §5). */
export const drawSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('committed'), ...committed }),
  z.object({ status: z.literal('abandoned'), ...committed, reason: z.string(), abandonedAt: instantSchema.optional() }),
  z.object({
    status: z.literal('drawn'),
    ...committed,
    ...drawnFields,
    drawnAt: instantSchema,
  }),
])
export type Draw = z.infer<typeof drawSchema>
export type Drawn = Extract<Draw, { status: 'drawn' }>

/** A way in which a panel would be possible, as the programme manager is asked to choose it. */
export const alternativeSchema = z.object({
  /** In words: `at least 3 → 2 with profession “gp”`. */
  changes: z.string(),
  limits: z.array(relaxedLimitSchema),
  /** By how many people the limits change, in sum. */
  steps: z.int(),
  /** How many members must vote then; absent where the panel keeps its size. */
  quorum: z.int().optional(),
  /** A panel that it would allow, with those who sit already. */
  panel: z.array(z.string()),
})
export type Alternative = z.infer<typeof alternativeSchema>

interface PublicNumbersCopied {
  draw: number
  numbers: string[]
  key: string
  /** Somebody else has copied down the same: now they count. */
  alike: boolean
}

interface DrawCommitted {
  terms: Terms
  commitment: string
  salts: Record<string, string>
  /** What was known of each nominee beyond this record: with it, the record shows that this is the pool, and these its rows. */
  services: Services
}

export type DrawEvent =
  | { type: 'DrawContributionMade'; data: { practiceId: string; commitment: string } }
  /** Too few practices contributed: from now on the draws of the case take their randomness from here. */
  | { type: 'RandomnessChanged'; data: { to: OtherSource; reason: string } }
  | { type: 'DrawCommitted'; data: DrawCommitted }
  | { type: 'DrawContributionRevealed'; data: { draw: number } & Reveal }
  | { type: 'PublicNumbersEntered'; data: PublicNumbersCopied }
  | { type: 'RandomnessMissing'; data: { draw: number; because: string } }
  | { type: 'FallbackTaken'; data: { draw: number; because: string } }
  /** Somebody brought the round that was named: it carries drand’s signature. */
  | { type: 'RoundBrought'; data: { draw: number; round: number; signature: string } }
  | { type: 'DrawAbandoned'; data: { draw: number; reason: string } }
  | {
      type: 'PanelDrawn'
      data: Pick<Drawn, 'from' | 'evidence' | 'randomness' | 'index' | 'panel'> & {
        draw: number
        /** The people behind the entries of the panel. */
        people: string[]
      }
    }
  /** All who are eligible fit: there is nothing to draw. @param services as with a commitment; absent in old events, as below */
  | { type: 'PanelFilledWithoutDraw'; data: { people: string[]; services?: Services } }
  | {
      type: 'NoPanelPossible'
      data: { people: string[]; vacancies: number; alternatives: Alternative[]; services?: Services }
    }
  /** It took too long, or too many steps, to find the fairest lottery. */
  | { type: 'DrawUnsolved'; data: { people: string[]; vacancies: number; because: string } }
  /** @param quorum of the smaller panel */
  | {
      type: 'ConstraintsRelaxed'
      data: { changes: string; limits: RelaxedLimit[]; reason: string; quorum?: number }
    }
  /** Where the bars leave too few: the approver decides how it is decided (requirements §4). */
  | { type: 'ProcedureDecided'; data: { how: (typeof procedures)[number]; reasons: string } }

/** What may take the place of contributions that do not come: what nobody in the case makes. */
export const otherSources = ['drand-quicknet', 'public-numbers'] as const
export type OtherSource = (typeof otherSources)[number]

export const procedures = ['those who are eligible', 'without a panel'] as const
