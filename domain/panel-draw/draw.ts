import * as z from 'zod'
import { digest } from '../record/chain.ts'
import { instantSchema } from '../time/instant.ts'
import { constraintsSchema, poolEntrySchema } from './pool.ts'
import { type SeedCommitment, seedCommitmentSchema, seedSchema } from './seed.ts'
import type { Change } from './shortfall.ts'

export const METHOD = 'uniform/1'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const wholeNumber = z.string().regex(/^(0|[1-9]\d*)$/)

/**
 * What a draw is bound to before its seed is revealed: everything but the seed. Two draws of a case differ in their number;
 * one that was abandoned stays on the record.
 */
const terms = {
  caseId: z.string(),
  draw: z.int().min(1),
  method: z.literal(METHOD),
  constraints: constraintsSchema,
  sitting: z.array(poolEntrySchema),
  pool: z.array(poolEntrySchema).min(1).max(2000),
  /** How many panels are possible, each equally likely. */
  panels: wholeNumber,
  seedCommitment: seedCommitmentSchema,
  /**
   * The hash of the record's last event before the draw was committed. It is fixed by what practices and nominees did,
   * and none of them knows the seed, so none of them can steer the draw; and the service had promised its seed before
   * anybody was nominated, so it cannot choose one that suits it. Against somebody who can both read the kept seed and
   * write to the record this is no protection: that needs randomness from outside (drand, RFC 3797).
   */
  publicValue: hash,
}
export const termsSchema = z.strictObject(terms)
export type Terms = z.infer<typeof termsSchema>

/** The commitment that is published, and sent to every nominee. */
export const commitmentOf = (what: Terms): string => digest(what)

const committed = {
  terms: termsSchema,
  commitment: hash,
  committedAt: instantSchema,
  /** Who is behind each pseudonym. Not part of what is published. */
  people: z.record(z.string(), z.string()),
}

export const drawSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('committed'), ...committed }),
  z.object({ status: z.literal('abandoned'), ...committed, reason: z.string() }),
  z.object({
    status: z.literal('drawn'),
    ...committed,
    seed: seedSchema,
    index: wholeNumber,
    drawn: z.array(z.string()).min(1),
    drawnAt: instantSchema,
  }),
])
export type Draw = z.infer<typeof drawSchema>

export type DrawEvent =
  | { type: 'DrawCommitted'; data: { terms: Terms; commitment: string; people: Record<string, string> } }
  | { type: 'DrawAbandoned'; data: { draw: number; reason: string } }
  | {
      type: 'PanelDrawn'
      data: {
        draw: number
        seed: string
        index: string
        /** Pseudonyms. */
        drawn: string[]
        /** The people behind them. */
        people: string[]
        /** Promised for whatever is drawn next in this case. */
        nextSeed: SeedCommitment
      }
    }
  /** All who are eligible fit: there is nothing to draw. */
  | { type: 'PanelFilledWithoutDraw'; data: { people: string[] } }
  | { type: 'NoPanelPossible'; data: { eligible: number; vacancies: number; smallestChanges: Change[][] } }
