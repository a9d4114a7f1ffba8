import * as z from 'zod'
import { hashSchema } from '../../record/chain.ts'
import { refuseUnless } from '../../refusal.ts'
import { drawNumber } from '../lot.ts'
import { type Evidence, evidenceSchema, randomnessFrom } from '../randomness/source.ts'
import { commitmentOf, type Terms, termsSchema } from './terms.ts'

export const CERTIFICATE = 'redesign-panels/draw-certificate/2'

/** With this file anybody recomputes the draw, offline, and gets the same panel, or is told which line is wrong (§5). */
export const certificateSchema = z.strictObject({
  format: z.literal(CERTIFICATE),
  terms: termsSchema,
  commitment: hashSchema,
  /** Which of the two sources of the terms was used. */
  from: z.enum(['source', 'fallback']),
  evidence: evidenceSchema,
  randomness: hashSchema,
  /** The number of the panel that was drawn. */
  index: z.int().min(0),
  /** The entries of who is on it. */
  panel: z.array(z.string()).min(1),
})
export type Certificate = z.infer<typeof certificateSchema>

/** The number that the randomness draws, without bias; it also rests on the commitment, so that no two draws share one. */
export const indexOf = (randomness: string, commitment: string, panels: number): number =>
  Number(drawNumber(randomness, commitment, BigInt(panels)))

export const entriesOf = ({ instance, panels }: Terms, index: number): string[] =>
  (panels[index] ?? []).map((row) => String(instance.pool[row]?.['entry']))

/** Draws the panel. @throws Refusal Invalid where the evidence is not what the terms name */
export function drawPanel(terms: Terms, from: 'source' | 'fallback', evidence: Evidence): Certificate {
  const source = terms[from]
  refuseUnless(source, 'Invalid', 'No fallback was named when the draw was committed to.')
  const outcome = randomnessFrom(source, evidence)
  refuseUnless(
    'randomness' in outcome,
    'Invalid',
    'problem' in outcome ? `The panel was not drawn: ${outcome.problem}.` : '',
  )
  const { randomness } = outcome
  const commitment = commitmentOf(terms)
  const index = indexOf(randomness, commitment, terms.panels.length)
  return { format: CERTIFICATE, terms, commitment, from, evidence, randomness, index, panel: entriesOf(terms, index) }
}
