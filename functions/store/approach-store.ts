import type { Head } from '../../domain/record/chain.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'
import { caseOf, type Loaded } from './case-store.ts'
import { frozen } from './kept.ts'
import { isKept, keepCase, keptItems } from './kept-case.ts'
import { keys, prefixes } from './keys.ts'
import { type Approaching, knownOf } from './locality-store.ts'
import { type KeyedNoun, nouns } from './nouns.ts'
import { getAll, queryAll } from './query.ts'
import { headIn } from './register-store.ts'
import { untilNobodyElseWrote } from './transaction.ts'

type Store = Pick<Deps, 'table'>
type Item = Record<string, unknown>

/** What is looked up for a request about a case: who sent it, the case, and where the register of interests stood. */
export interface Approach {
  known: Approaching | undefined
  /** Undefined where there is no such case, and for a person who is excluded from it. */
  theCase: Loaded | undefined
  register: Head
}

/**
 * Looks up a person and a case together, in one request: with the nouns of the case unless this process keeps them, and with
 * one more Query for each noun of entries that it lacks. A person who is excluded is told so before anything of the case is
 * used.
 */
export const loadApproach = (
  store: Store,
  personId: string,
  caseId: string,
  also: KeyedNoun[] = [],
): Promise<Approach> =>
  untilNobodyElseWrote(async () => {
    const person = keys.person(personId)
    const theirs = [person, keys.exclusion(personId, caseId), keys.declared(personId)]
    const kept = isKept(store, caseId)
    const entries = kept ? undefined : entriesOf(store, caseId, also)
    entries?.catch(() => {}) // whoever waits for them hears why it failed
    const ofTheCase = [...unkept(caseId), ...(kept ? [] : nounsOf(caseId))]
    const items = await getAll(store, [...theirs, keys.registerHead, ...ofTheCase])
    const known = knownOf(
      personId,
      items.filter(({ pk }) => pk === person.pk),
    )
    const register = headIn(items.find(({ pk }) => pk === keys.registerHead.pk))
    if (!known || known.exclusions.has(caseId)) return { known, register, theCase: undefined }
    const theCase = entries
      ? keptFrom(store, caseId, [...items, ...(await entries)], also)
      : await atHead(store, caseId, items, also)
    return { known, register, theCase }
  })

/**
 * The case as it is now, as `loadCase` reads it, for callers that look again and again: what this process keeps is not read
 * again.
 */
export async function lookAtCase(store: Store, caseId: string, also: KeyedNoun[] = []): Promise<Loaded> {
  const theCase = await untilNobodyElseWrote(async () =>
    isKept(store, caseId)
      ? atHead(store, caseId, await getAll(store, unkept(caseId)), also)
      : readWhole(store, caseId, also),
  )
  if (!theCase) throw new Refusal('NotFound', 'There is no such case.')
  return theCase
}

/** The case whose head is among these items; whatever this process keeps of it is not read. */
async function atHead(store: Store, caseId: string, items: Item[], also: KeyedNoun[]): Promise<Loaded | undefined> {
  const { pk, sk } = keys.head(caseId)
  const now = items.filter((item) => item['pk'] === pk)
  const kept = keptItems(store, caseId, { hash: now.find((item) => item['sk'] === sk)?.['hash'], also })
  if (!kept) return readWhole(store, caseId, also)
  const entries = await entriesOf(store, caseId, kept.missing)
  const theCase = caseOf(caseId, [...now, ...kept.items, ...entries], also)
  if (theCase && kept.missing.length > 0)
    keepCase(store, caseId, { hash: theCase.head.hash, items: entries, whole: kept.missing })
  return theCase
}

/** The items of a case that can change without its head's hash: the head itself, and the open waits. */
const unkept = (caseId: string) => [keys.head(caseId), keys.wait(caseId, 'stage'), keys.wait(caseId, 'substitution')]

const nounsOf = (caseId: string) => Object.keys(nouns).map((noun) => keys.noun(caseId, noun))

async function readWhole(store: Store, caseId: string, also: KeyedNoun[]): Promise<Loaded | undefined> {
  const [now, entries] = await Promise.all([queryAll(store, prefixes.now(caseId)), entriesOf(store, caseId, also)])
  return keptFrom(store, caseId, [...now, ...entries], also)
}

/** Makes the case from what was read, and keeps it. */
function keptFrom(store: Store, caseId: string, read: Item[], also: KeyedNoun[]): Loaded | undefined {
  const { pk } = keys.head(caseId)
  const items = read.filter((item) => item['pk'] === pk).map(frozen)
  const theCase = caseOf(caseId, items, also)
  if (theCase) keepCase(store, caseId, { hash: theCase.head.hash, items, whole: also })
  return theCase
}

const entriesOf = async (store: Store, caseId: string, wanted: readonly KeyedNoun[]): Promise<Item[]> =>
  (await Promise.all(wanted.map((noun) => queryAll(store, prefixes.entries(caseId, noun))))).flat().map(frozen)
