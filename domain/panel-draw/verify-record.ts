import * as z from 'zod'
import { personOf } from '../case/party.ts'
import type { Entry, Payload } from '../record/chain.ts'
import { drawSchema } from './draw.ts'
import { drawnByRound } from './fair-draw/against-round.ts'
import { CERTIFICATE } from './fair-draw/certificate.ts'
import { entryOf } from './fair-draw/entry.ts'
import { commitmentOf, termsSchema } from './fair-draw/terms.ts'
import { verifyCertificate } from './fair-draw/verify.ts'
import { type Evidence, existsFrom } from './randomness/source.ts'

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

const copiedSchema = z.object({ numbers: z.array(z.string()) })
const broughtSchema = z.object({ draw: z.int(), signature: z.string() })
const abandonedSchema = z.object({ draw: z.int() })

type Committed = z.infer<typeof committedSchema>

/** A draw that waits for its randomness: whether anybody has revealed a part of it, and who copied down which numbers. */
interface Pending {
  terms: Committed['terms']
  revealed: boolean
  /** Somebody has brought the round that it named. */
  brought: boolean
  copies: Map<string, string>
}

/**
 * What only the whole record can show of its draws: that each was committed to when its terms say, from contributions that
 * had been made before; that the pool is of the people it says; that those who were drawn are those whom the certificate
 * recomputes; and that none was given up once its randomness existed, or passed over without a word.
 */
export function drawProblems(events: readonly Recorded[]): string[] {
  const contributed = new Set<string>()
  const committed = new Map<number, Committed>()
  const byFallback = new Set<number>()
  let pending: Pending | undefined
  const problems: string[] = []
  for (const { entry, payload } of events) {
    const found = (...some: string[]) =>
      problems.push(...some.map((problem) => `event ${entry.sequence} (${entry.type}): ${problem}`))
    const data = payload?.data
    if (pending && fillsSeats.includes(entry.type))
      found(`draw ${pending.terms.draw} was neither made nor abandoned before this`)
    switch (entry.type) {
      case 'DrawContributionMade': {
        const made = contributedSchema.safeParse(data)
        if (made.success) contributed.add(`${made.data.practiceId} ${made.data.commitment}`)
        break
      }
      case 'DrawContributionRevealed':
        if (pending) pending.revealed = true
        break
      case 'RoundBrought': {
        const one = broughtSchema.safeParse(data)
        const of = one.success ? committed.get(one.data.draw) : undefined
        if (!one.success || !of) break
        if (pending?.terms.draw === one.data.draw) pending.brought = true
        found(...broughtProblems(of, one.data, byFallback.has(one.data.draw)))
        break
      }
      case 'PublicNumbersEntered': {
        const one = copiedSchema.safeParse(data)
        if (one.success) pending?.copies.set(personOf(entry.by) ?? '', one.data.numbers.join())
        break
      }
      case 'DrawCommitted': {
        pending = undefined
        const one = committedSchema.safeParse(data)
        if (!one.success) break
        committed.set(one.data.terms.draw, one.data)
        pending = { terms: one.data.terms, revealed: false, brought: false, copies: new Map() }
        found(...commitmentProblems(one.data, entry.at, contributed))
        break
      }
      case 'DrawAbandoned': {
        const one = abandonedSchema.safeParse(data)
        if (one.success && pending?.terms.draw === one.data.draw) found(...abandonmentProblems(pending, entry.at))
        pending = undefined
        break
      }
      case 'PanelDrawn': {
        const { copies, brought } = pending ?? {}
        pending = undefined
        const one = drawnSchema.safeParse(data)
        const before = one.success ? committed.get(one.data.draw) : undefined
        if (!one.success || !before) break
        found(...drawnProblems(before, one.data), ...copyProblems(one.data.evidence, copies))
        if (one.data.from === 'source') break
        byFallback.add(one.data.draw)
        if (brought) found('from: the fallback decided it although somebody had brought the round that was named')
      }
    }
  }
  return problems
}

/** What no draw that is committed to may be passed over by. */
const fillsSeats = ['DrawCommitted', 'PanelFilledWithoutDraw', 'NoPanelPossible', 'DrawUnsolved']

/** Where nobody reveals, there is no randomness; else it exists from the time that the terms name (decision 15). */
function abandonmentProblems({ terms, revealed }: Pending, at: string): string[] {
  const { source, draw } = terms
  const from = existsFrom(source)
  if (at < from || (source.kind === 'commit-reveal' && !revealed)) return []
  return [`draw ${draw} was abandoned at ${at}, though its randomness existed from ${from}`]
}

/** It verifies itself; brought after a draw from the fallback, it shows that the fallback may have been wrong. */
function broughtProblems(
  { terms, commitment }: Committed,
  { signature }: z.infer<typeof broughtSchema>,
  late: boolean,
): string[] {
  const drawn = drawnByRound(terms, commitment, signature)
  if (!drawn) return ['signature: it is not drand’s for the round that was named']
  return late
    ? [
        `draw ${terms.draw} was decided by its fallback, and round ${drawn.round} of drand exists: it draws panel ${drawn.index}`,
      ]
    : []
}

/** Nobody's copy of public numbers counts alone (decision 15). */
function copyProblems(evidence: Evidence, copies: ReadonlyMap<string, string> = new Map()): string[] {
  if (evidence.kind !== 'public-numbers') return []
  const same = [...copies.values()].filter((numbers) => numbers === evidence.numbers.join())
  return same.length >= 2 ? [] : ['evidence: no two people had copied down these public numbers']
}

function commitmentProblems(
  { terms, commitment, salts }: Committed,
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
  { terms, commitment, salts }: Committed,
  { draw: _, people, ...outcome }: z.infer<typeof drawnSchema>,
): string[] {
  const { problems } = verifyCertificate({ format: CERTIFICATE, terms, commitment, ...outcome })
  const entries = people.map((person) => entryOf(person, salts[person] ?? ''))
  const same = entries.sort().join() === [...outcome.panel].sort().join()
  return same ? problems : [...problems, 'people: they are not those whose entries were drawn']
}
