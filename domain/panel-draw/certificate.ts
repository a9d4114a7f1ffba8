import * as z from 'zod'
import { instantSchema } from '../time/instant.ts'
import { commitmentOf, type Draw, termsSchema } from './draw.ts'
import { drawNumber } from './lot.ts'
import { numberPanels } from './numbering.ts'
import { inOrder, type PoolEntry } from './pool.ts'
import { commitTo, seedSchema } from './seed.ts'

export const CERTIFICATE = 'redesign-panels/draw-certificate/1'

/** With this file anybody recomputes the draw, offline, and gets the same panel, or is told which line is wrong (§5). */
export const certificateSchema = z.strictObject({
  format: z.literal(CERTIFICATE),
  terms: termsSchema,
  commitment: z.string(),
  committedAt: instantSchema,
  seed: seedSchema,
  index: z.string().regex(/^(0|[1-9]\d*)$/),
  drawn: z.array(z.string()),
  drawnAt: instantSchema,
})
export type Certificate = z.infer<typeof certificateSchema>

export function certificate(draw: Extract<Draw, { status: 'drawn' }>): Certificate {
  const { terms, commitment, committedAt, seed, index, drawn, drawnAt } = draw
  return { format: CERTIFICATE, terms, commitment, committedAt, seed, index, drawn, drawnAt }
}

export const isCertificate = (file: unknown): boolean =>
  typeof file === 'object' && file !== null && 'format' in file && file.format === CERTIFICATE

/** Recomputes everything. No problems: the draw is as it says. */
export function verifyCertificate(file: unknown): { problems: string[] } {
  const parsed = certificateSchema.safeParse(file)
  if (!parsed.success)
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`) }
  const { terms, commitment, committedAt, seed, index, drawn, drawnAt } = parsed.data
  const problems: string[] = []
  const check = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem)
  }
  check(
    commitment === commitmentOf(terms),
    'commitment: it is not the hash of the terms, which were changed after they were committed to',
  )
  check(
    commitTo(terms.seedCommitment.name, seed).hash === terms.seedCommitment.hash,
    'seed: it is not the one that was promised',
  )
  check(committedAt <= drawnAt, 'drawnAt: the panel was drawn before the draw was committed')
  check(
    inTheirOrder(terms.pool) && inTheirOrder(terms.sitting),
    'terms.pool: it is not in order, or names somebody twice',
  )
  const both = terms.pool.filter(({ id }) => terms.sitting.some((sitting) => sitting.id === id))
  check(both.length === 0, `terms.sitting: ${both.map(({ id }) => id).join(', ')} cannot both sit and be drawn`)
  const numbering = numberPanels(terms)
  check(
    String(numbering.panels) === terms.panels,
    `terms.panels: ${numbering.panels} panels are possible, not ${terms.panels}`,
  )
  if (numbering.panels === 0n) return { problems: [...problems, 'terms: no panel is possible under these constraints'] }
  const number = drawNumber(seed, terms.publicValue, numbering.panels)
  check(String(number) === index, `index: the seed and the public value give panel ${number}, not ${index}`)
  const panel = numbering.at(number)
  check(panel.join(' ') === drawn.join(' '), `drawn: panel ${number} is ${panel.join(', ')}, not ${drawn.join(', ')}`)
  return { problems }
}

function inTheirOrder(entries: PoolEntry[]): boolean {
  const ordered = inOrder(entries)
  return (
    new Set(entries.map(({ id }) => id)).size === entries.length &&
    entries.every((entry, at) => entry.id === ordered[at]?.id)
  )
}
