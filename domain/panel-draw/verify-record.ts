import * as z from 'zod'
import type { Entry, Payload } from '../record/chain.ts'
import { drawSchema } from './draw.ts'
import { CERTIFICATE } from './fair-draw/certificate.ts'
import { entryOf } from './fair-draw/entry.ts'
import { commitmentOf, termsSchema } from './fair-draw/terms.ts'
import { verifyCertificate } from './fair-draw/verify.ts'

type Recorded = { entry: Entry; payload: Payload | null }

const committedSchema = z.object({
  terms: termsSchema,
  commitment: z.string(),
  salts: z.record(z.string(), z.string()),
})
const [, , { shape: drawn }] = drawSchema.options
const drawnSchema = z.object({
  draw: z.int(),
  people: z.array(z.string()),
  ...{ from: drawn.from, evidence: drawn.evidence, randomness: drawn.randomness },
  ...{ index: drawn.index, panel: drawn.panel },
})
const contributedSchema = z.object({ practiceId: z.string(), commitment: z.string() })

/**
 * What only the whole record can show of its draws: that each was committed to when its terms say, from contributions that
 * had been made before, that the pool is of the people it says, and that those who were drawn are those whom the certificate
 * recomputes.
 */
export function drawProblems(events: readonly Recorded[]): string[] {
  const contributed = new Set<string>()
  const committed = new Map<number, z.infer<typeof committedSchema>>()
  const problems: string[] = []
  for (const { entry, payload } of events) {
    const where = `event ${entry.sequence} (${entry.type})`
    const data = payload?.data
    if (entry.type === 'DrawContributionMade') {
      const made = contributedSchema.safeParse(data)
      if (made.success) contributed.add(`${made.data.practiceId} ${made.data.commitment}`)
    }
    if (entry.type === 'DrawCommitted') {
      const one = committedSchema.safeParse(data)
      if (one.success) {
        committed.set(one.data.terms.draw, one.data)
        problems.push(...commitmentProblems(one.data, entry.at, contributed).map((problem) => `${where}: ${problem}`))
      }
    }
    if (entry.type === 'PanelDrawn') {
      const one = drawnSchema.safeParse(data)
      const before = one.success ? committed.get(one.data.draw) : undefined
      if (one.success && before)
        problems.push(...drawnProblems(before, one.data).map((problem) => `${where}: ${problem}`))
    }
  }
  return problems
}

function commitmentProblems(
  { terms, commitment, salts }: z.infer<typeof committedSchema>,
  at: string,
  contributed: ReadonlySet<string>,
): string[] {
  const problems: string[] = []
  if (commitmentOf(terms) !== commitment) problems.push('commitment: it is not the hash of the terms')
  if (terms.committedAt !== at) problems.push('terms.committedAt: it is not when the event was recorded')
  const entries = Object.entries(salts).map(([person, salt]) => entryOf(person, salt))
  if (entries.sort().join() !== terms.instance.pool.map((row) => String(row['entry'])).join())
    problems.push('terms.instance.pool: its entries are not those of the people that the record names')
  const { source } = terms
  const unknown =
    source.kind === 'commit-reveal'
      ? source.contributions.find(({ by, commitment: to }) => !contributed.has(`${by} ${to}`))
      : undefined
  if (unknown) problems.push(`terms.source: ${unknown.by} had not contributed this before`)
  return problems
}

function drawnProblems(
  { terms, commitment, salts }: z.infer<typeof committedSchema>,
  { draw: _, people, ...outcome }: z.infer<typeof drawnSchema>,
): string[] {
  const { problems } = verifyCertificate({ format: CERTIFICATE, terms, commitment, ...outcome })
  const entries = people.map((person) => entryOf(person, salts[person] ?? ''))
  const same = entries.sort().join() === [...outcome.panel].sort().join()
  return same ? problems : [...problems, 'people: they are not those whose entries were drawn']
}
