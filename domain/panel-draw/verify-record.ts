import * as z from 'zod'
import type { Entry, Payload } from '../record/chain.ts'
import { CERTIFICATE, verifyCertificate } from './certificate.ts'
import { termsSchema } from './draw.ts'
import { seedCommitmentSchema } from './seed.ts'

type Recorded = { entry: Entry; payload: Payload | null }

const committedSchema = z.object({ terms: termsSchema, commitment: z.string() })
const drawnSchema = z.object({
  draw: z.int(),
  seed: z.string(),
  index: z.string(),
  drawn: z.array(z.string()),
  nextSeed: seedCommitmentSchema,
})
const promiseSchema = z.union([
  z.object({ seed: seedCommitmentSchema }).transform(({ seed }) => seed),
  z.object({ nextSeed: seedCommitmentSchema }).transform(({ nextSeed }) => nextSeed),
  z.object({ lot: z.object({ nextSeed: seedCommitmentSchema }) }).transform(({ lot }) => lot.nextSeed),
])

/**
 * What only the whole record can show of its draws: that each seed was promised before, that the public value is the hash
 * of the event before the commitment, and that what was drawn is what the certificate recomputes.
 */
export function drawProblems(events: readonly Recorded[]): string[] {
  const promised = new Set<string>()
  const committed = new Map<number, { data: z.infer<typeof committedSchema>; at: string }>()
  const problems: string[] = []
  events.forEach(({ entry, payload }, position) => {
    const where = `event ${entry.sequence} (${entry.type})`
    const commitment = entry.type === 'DrawCommitted' ? committedSchema.safeParse(payload?.data) : undefined
    if (commitment?.success) {
      const { terms } = commitment.data
      committed.set(terms.draw, { data: commitment.data, at: entry.at })
      if (!promised.has(terms.seedCommitment.hash)) problems.push(`${where}: its seed was not promised before it`)
      if (terms.publicValue !== headBefore(events, position))
        problems.push(`${where}: its public value is not the hash of the event before it`)
    }
    const drawn = entry.type === 'PanelDrawn' ? drawnSchema.safeParse(payload?.data) : undefined
    const terms = drawn?.success ? committed.get(drawn.data.draw) : undefined
    if (drawn?.success && terms) {
      const { seed, index, drawn: panel } = drawn.data
      const certificate = {
        format: CERTIFICATE,
        terms: terms.data.terms,
        commitment: terms.data.commitment,
        committedAt: terms.at,
        seed,
        index,
        drawn: panel,
        drawnAt: entry.at,
      }
      problems.push(...verifyCertificate(certificate).problems.map((problem) => `${where}: ${problem}`))
    }
    if (['NominationOpened', 'PanelDrawn', 'ChairChosen'].includes(entry.type)) {
      const promise = promiseSchema.safeParse(payload?.data)
      if (promise.success) promised.add(promise.data.hash)
    }
  })
  return problems
}

/** An abandoned draw is recorded in one breath with the next: the head was read before both. */
function headBefore(events: readonly Recorded[], position: number): string | undefined {
  const before = events[position - 1]?.entry
  return before?.type === 'DrawAbandoned' ? before.previous : before?.hash
}
