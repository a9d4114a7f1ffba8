import { personOf } from '../case/party.ts'
import type { Entry, Payload } from '../record/chain.ts'
import { eventNamed } from '../record/event-named.ts'
import * as z from '../zod.ts'
import { drawnByRound } from './fair-draw/against-round.ts'
import { CERTIFICATE, drawnFields } from './fair-draw/certificate.ts'
import { entryOf } from './fair-draw/entry.ts'
import { commitmentOf, type Terms, termsSchema } from './fair-draw/terms.ts'
import { verifyCertificate } from './fair-draw/verify.ts'
import { type Evidence, existsFrom, mayBeKnownFrom } from './randomness/source.ts'

type Recorded = { entry: Entry; payload: Payload | null }

/** What is read of the events of a draw. */
const payloads = {
  DrawContributionMade: z.object({ practiceId: z.string(), commitment: z.string() }),
  DrawContributionRevealed: z.object({}),
  RoundBrought: z.object({ draw: z.int(), signature: z.string() }),
  PublicNumbersEntered: z.object({ numbers: z.array(z.string()) }),
  DrawCommitted: z.object({ terms: termsSchema, commitment: z.string(), salts: z.record(z.string(), z.string()) }),
  DrawAbandoned: z.object({ draw: z.int() }),
  PanelDrawn: z.object({
    draw: z.int(),
    people: z.array(z.string()),
    ...drawnFields,
  }),
}
type Read = { [Type in keyof typeof payloads]: z.infer<(typeof payloads)[Type]> }
type Committed = Read['DrawCommitted']

/** A draw that waits for its randomness: whether anybody has revealed a part of it, and who copied down which numbers. */
interface Pending {
  terms: Terms
  revealed: boolean
  /** Somebody has brought the round that it named. */
  brought: boolean
  copies: Map<string, string>
}

/**
 * What only the whole record can show of its draws: that each was committed to when its terms say, from contributions that
 * had been made before; that the pool is of the people it says; that those who were drawn are those whom the certificate
 * recomputes; and that none was given up once its randomness existed, or passed over without a word. What rests on something that
 * was erased is named, and not checked.
 */
export function drawProblems(events: readonly Recorded[]): { problems: string[]; unchecked: string[] } {
  const draws = new Draws()
  const problems = events.flatMap((event, at) =>
    draws.take(event, events[at + 1]?.entry.type).map((problem) => `${eventNamed(event.entry)}: ${problem}`),
  )
  return { problems, unchecked: draws.unchecked }
}

/** The draws of a record as far as it has been read; each event is answered with what is wrong with it. */
class Draws {
  readonly #contributed = new Set<string>()
  readonly #committed = new Map<number, Committed>()
  readonly #byFallback = new Set<number>()
  #pending: Pending | undefined
  #next: string | undefined
  /** Kinds of events of which the payload of one was erased, as the record says. */
  readonly #erased = new Set<keyof Read>()
  readonly unchecked: string[] = []

  /** @param next the type of the event after it */
  take({ entry, payload }: Recorded, next?: string): string[] {
    this.#next = next
    const passed = this.#pending ? passedOver(this.#pending, entry) : []
    if (!isOfADraw(entry.type)) return passed
    if (payload === null) {
      this.#erased.add(entry.type)
      this.#leave(entry)
      if (entry.type === 'DrawContributionRevealed' && this.#pending) this.#pending.revealed = true
      // Whichever draw it was: none waits that was committed to before it.
      if (ends.includes(entry.type)) this.#pending = undefined
      return passed
    }
    const parsed = payloads[entry.type].safeParse(payload.data)
    if (!parsed.success) return [...passed, ...parsed.error.issues.map(unreadable)]
    return [...passed, ...(this.#read[entry.type] as (data: unknown, entry: Entry) => string[])(parsed.data, entry)]
  }

  #leave(entry: Entry): void {
    const event = eventNamed(entry)
    if (!this.unchecked.includes(event)) this.unchecked.push(event)
  }

  /** What seems wrong only because something of this kind was erased is not known to be wrong. */
  #unlessErased(type: keyof Read, entry: Entry, problems: string[]): string[] {
    if (problems.length === 0 || !this.#erased.has(type)) return problems
    this.#leave(entry)
    return []
  }

  readonly #read: { [Type in keyof Read]: (data: Read[Type], entry: Entry) => string[] } = {
    DrawContributionMade: ({ practiceId, commitment }) => {
      this.#contributed.add(`${practiceId} ${commitment}`)
      return []
    },
    DrawContributionRevealed: () => {
      if (this.#pending) this.#pending.revealed = true
      return []
    },
    RoundBrought: (brought) => {
      const of = this.#committed.get(brought.draw)
      if (this.#pending?.terms.draw === brought.draw) this.#pending.brought = true
      return of ? broughtProblems(of, brought, this.#byFallback.has(brought.draw)) : []
    },
    PublicNumbersEntered: ({ numbers }, { by }) => {
      this.#pending?.copies.set(personOf(by) ?? '', numbers.join())
      return []
    },
    DrawCommitted: (one, entry) => {
      const { terms } = one
      const { at, caseId } = entry
      const again = this.#committed.has(terms.draw)
      this.#committed.set(terms.draw, one)
      this.#pending = { terms, revealed: false, brought: false, copies: new Map() }
      return [
        ...(terms.caseId === caseId ? [] : [`terms.caseId: it is of another case, ${terms.caseId}`]),
        ...(again ? [`terms.draw: draw ${terms.draw} was committed to before`] : []),
        ...commitmentProblems(one, at),
        ...this.#unlessErased('DrawContributionMade', entry, contributionProblems(terms, this.#contributed)),
      ]
    },
    DrawAbandoned: ({ draw }, entry) => {
      const pending = this.#taken(draw)
      return pending
        ? abandonmentProblems(pending, entry.at, this.#next === 'CaseEnded')
        : this.#notWaiting(draw, entry)
    },
    PanelDrawn: (one, entry) => {
      const before = this.#committed.get(one.draw)
      const pending = this.#taken(one.draw)
      if (one.from === 'fallback') this.#byFallback.add(one.draw)
      return [
        ...(pending ? [] : this.#notWaiting(one.draw, entry)),
        ...(before ? drawnProblems(before, one) : []),
        ...(before
          ? this.#unlessErased('PublicNumbersEntered', entry, copyProblems(one.evidence, pending?.copies))
          : []),
        ...(pending?.brought && one.from === 'fallback'
          ? ['from: the fallback decided it although somebody had brought the round that was named']
          : []),
      ]
    },
  }

  /** The draw, when it is the one that waits: it waits no more. */
  #taken(draw: number): Pending | undefined {
    const pending = this.#pending
    this.#pending = undefined
    return pending?.terms.draw === draw ? pending : undefined
  }

  #notWaiting = (draw: number, entry: Entry): string[] =>
    this.#unlessErased('DrawCommitted', entry, [`draw ${draw} was not waiting for its randomness`])
}

/** Events after which no draw that was committed to before waits any more. */
const ends: readonly string[] = ['DrawCommitted', 'DrawAbandoned', 'PanelDrawn']

const isOfADraw = (type: string): type is keyof Read => type in payloads

const unreadable = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.') || 'what it says'}: ${message}`

/** What a draw that waits for its randomness may not be passed over by. */
const passesItOver = [
  'DrawCommitted',
  'PanelFilledWithoutDraw',
  'NoPanelPossible',
  'ConstraintsRelaxed',
  'DrawUnsolved',
  'RandomnessChanged',
]

function passedOver(pending: Pending, { type, at }: Entry): string[] {
  const { draw } = pending.terms
  if (passesItOver.includes(type)) return [`draw ${draw} was neither made nor abandoned before this`]
  if (type !== 'CaseEnded' || !existed(pending, at)) return []
  return [`the case ended at ${at}, and draw ${draw}, whose randomness existed, was not made`]
}

/** Where nobody reveals, there is no randomness; else it exists from the time that the terms name (decision 15). */
const existed = ({ terms: { source }, revealed }: Pending, at: string): boolean =>
  at >= mayBeKnownFrom(source) && (source.kind !== 'commit-reveal' || revealed)

/** @param ended the case ended with it: nothing is drawn for it any more */
function abandonmentProblems(pending: Pending, at: string, ended: boolean): string[] {
  const { draw, source } = pending.terms
  if (source.kind === 'commit-reveal' && at < source.revealFrom && !ended)
    return [
      `draw ${draw} was abandoned at ${at}, before its numbers could be revealed: whoever contributed them may have known its result`,
    ]
  if (!existed(pending, at)) return []
  if (source.kind === 'public-numbers')
    return [
      `draw ${draw} was abandoned at ${at}, though its numbers, due from ${source.publishedFrom}, may have been known: if these were published, it had to be made (${source.sources.join('; ')})`,
    ]
  return [`draw ${draw} was abandoned at ${at}, though its randomness existed from ${existsFrom(source)}`]
}

/** It verifies itself; brought after a draw from the fallback, it shows that the fallback may have been wrong. */
function broughtProblems(
  { terms, commitment }: Committed,
  { signature }: Read['RoundBrought'],
  late: boolean,
): string[] {
  const by = drawnByRound(terms, commitment, signature)
  if (!by) return ['signature: it is not drand’s for the round that was named']
  return late
    ? [
        `draw ${terms.draw} was decided by its fallback, and round ${by.round} of drand exists: it draws panel ${by.index}`,
      ]
    : []
}

/** Nobody's copy of public numbers counts alone (decision 15). */
function copyProblems(evidence: Evidence, copies: ReadonlyMap<string, string> = new Map()): string[] {
  if (evidence.kind !== 'public-numbers') return []
  const same = [...copies.values()].filter((numbers) => numbers === evidence.numbers.join())
  return same.length >= 2 ? [] : ['evidence: no two people had copied down these public numbers']
}

function commitmentProblems({ terms, commitment, salts }: Committed, at: string): string[] {
  const problems: string[] = []
  if (commitmentOf(terms) !== commitment) problems.push('commitment: it is not the fingerprint of the terms')
  if (terms.committedAt !== at) problems.push('terms.committedAt: it is not when the event was recorded')
  const entries = Object.entries(salts).map(([person, salt]) => entryOf(person, salt))
  if (entries.sort().join() !== terms.instance.pool.map((row) => String(row['entry'])).join())
    problems.push('terms.instance.pool: its entries are not those of the people that the record names')
  return problems
}

function contributionProblems({ source }: Terms, contributed: ReadonlySet<string>): string[] {
  const unknown =
    source.kind === 'commit-reveal'
      ? source.contributions.find(({ by, commitment: to }) => !contributed.has(`${by} ${to}`))
      : undefined
  return unknown ? [`terms.source: ${unknown.by} had not contributed this before`] : []
}

function drawnProblems(
  { terms, commitment, salts }: Committed,
  { draw: _, people, ...outcome }: Read['PanelDrawn'],
): string[] {
  const { problems } = verifyCertificate({ format: CERTIFICATE, terms, commitment, ...outcome })
  const entries = people.map((person) => entryOf(person, salts[person] ?? ''))
  const same = entries.sort().join() === [...outcome.panel].sort().join()
  return same ? problems : [...problems, 'people: they are not those whose entries were drawn']
}
