import { hashSchema } from '../../record/chain.ts'
import * as z from '../../zod.ts'
import { drawNumber } from '../lot.ts'
import { evidenceSchema } from '../randomness/source.ts'
import { type Terms, termsSchema } from './terms.ts'

export const CERTIFICATE = 'redesign-panels/draw-certificate/3'

/** What comes of a draw. */
export const drawnFields = {
  /** Which of the two sources of the terms was used. */
  from: z.enum(['source', 'fallback']),
  evidence: evidenceSchema,
  randomness: hashSchema,
  /** The number of the panel that was drawn. */
  index: z.int().min(0),
  /** The entries of who is on it. */
  panel: z.array(z.string()).min(1),
}

/** With this file anybody recomputes the draw, offline, and gets the same panel, or is told which line is wrong (§5). */
export const certificateSchema = z.strictObject({
  format: z.literal(CERTIFICATE),
  terms: termsSchema,
  commitment: hashSchema,
  ...drawnFields,
})
export type Certificate = z.infer<typeof certificateSchema>

/** The number that the randomness draws, without bias; it also rests on the commitment, so that no two draws share one. */
export const indexOf = (randomness: string, commitment: string, panels: number): number =>
  Number(drawNumber(randomness, commitment, BigInt(panels)))

export const entriesOf = ({ instance, panels }: Terms, index: number): string[] =>
  (panels[index] ?? []).map((row) => String(instance.pool[row]?.['entry']))
