import type { Case, CaseState } from '../../domain/case/case.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'
import { inBatches } from './batch.ts'
import { nameUnder, nounAt, prefixes } from './keys.ts'
import { type KeyedNoun, nounIn, nouns } from './nouns.ts'
import { queryAll } from './query.ts'
import { Conflict, untilNobodyElseWrote } from './transaction.ts'
import type { OpenWait } from './wait-store.ts'
import { type Written, writtenOf } from './written.ts'

export type Loaded = Case & {
  /** The versions that its items are written over: see `Written`. */
  written: Written
  /** The wait its stage's workflow opened, when it is waiting. */
  openWait?: OpenWait
  /** The same of its substitution. */
  openSubstitutionWait?: OpenWait
  /** How many waits its workflows have opened: see `openTheWait`. */
  asked?: number
  /** The last wait that digests told of. */
  digested?: string
  /** The same of its substitution. */
  digestedSubstitution?: string
}

/**
 * The case as it is now: one consistent Query, and one more for each keyed noun asked for; all of them again where a
 * transaction came in between. @throws Refusal `NotFound`; `Busy` when that happened ten times
 */
export function loadCase(deps: Deps, caseId: string, also: KeyedNoun[] = []): Promise<Loaded> {
  return untilNobodyElseWrote(async () => {
    const parts = [prefixes.now(caseId), ...also.map((noun) => prefixes.entries(caseId, noun))]
    const items = await Promise.all(parts.map((prefix) => queryAll(deps, prefix)))
    const theCase = caseOf(caseId, items.flat(), also)
    if (theCase) return theCase
    throw new Refusal('NotFound', 'There is no such case.')
  })
}

/** The same; undefined where there is none. */
export async function findCase(deps: Deps, caseId: string): Promise<Loaded | undefined> {
  try {
    return await loadCase(deps, caseId)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NotFound') return undefined
    throw error
  }
}

/** How many cases are read at once. */
const AT_ONCE = 25

/** These cases as they are now, in this order. */
export async function loadCases(deps: Deps, caseIds: readonly string[]): Promise<Loaded[]> {
  const cases: Loaded[] = []
  for (const batch of inBatches(caseIds, AT_ONCE))
    cases.push(...(await Promise.all(batch.map((id) => loadCase(deps, id)))))
  return cases
}

/**
 * Makes a case from its items; undefined when its head is not among them.
 * @throws Conflict when they are of two states of it
 */
export function caseOf(caseId: string, items: Record<string, unknown>[], also: KeyedNoun[] = []): Loaded | undefined {
  const bodies = new Map(items.map((item) => [nameUnder(prefixes.now(caseId), item), item]))
  const head = bodies.get('head')
  if (!head) return undefined
  const written = writtenOf(head, items, also)
  if (!written) throw new Conflict('The case changed while it was read.')
  const state: Partial<Record<keyof CaseState, unknown>> = {}
  for (const noun of Object.keys(nouns) as (keyof typeof nouns)[]) {
    const item = bodies.get(noun)
    if (item) state[noun] = nounIn(noun, item)
  }
  for (const noun of also) state[noun] = entriesOf(noun, items)
  const openWait = bodies.get('wait') as OpenWait | undefined
  const besides = bodies.get('wait-substitution') as OpenWait | undefined
  const digested = bodies.get('digested')
  const digestedBesides = bodies.get('digested-substitution')
  return {
    ...(state as CaseState),
    id: caseId,
    ...(openWait && { openWait }),
    ...(besides && { openSubstitutionWait: besides }),
    ...(head['asked'] !== undefined && { asked: Number(head['asked']) }),
    ...(digested && { digested: String(digested['wait']) }),
    ...(digestedBesides && { digestedSubstitution: String(digestedBesides['wait']) }),
    head: { sequence: Number(head['sequence']), hash: String(head['hash']) },
    ...(head['unsealedHash'] !== undefined && { unsealedHash: String(head['unsealedHash']) }),
    written,
  }
}

function entriesOf(noun: KeyedNoun, items: Record<string, unknown>[]): Record<string, unknown> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const at = nounAt(String(item['sk']))
      return at.noun === noun ? [[at.entry, nounIn(noun, item)]] : []
    }),
  )
}
