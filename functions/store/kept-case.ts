import type { Deps } from '../runtime/deps.ts'
import { Kept } from './kept.ts'
import { nounAt } from './keys.ts'
import { type KeyedNoun, keyedNouns, nouns } from './nouns.ts'

type Store = Pick<Deps, 'table'>
type Item = Record<string, unknown>

/** What is kept of a case: the items of its nouns, and which of the nouns that grow by entries were read whole. */
interface KeptCase {
  items: ReadonlyMap<string, Item>
  whole: readonly KeyedNoun[]
}

/** Sixteen cases are kept: parsed, each takes a hundred kilobytes or two. */
const cases = new Kept<KeptCase>(16)

export const isKept = (store: Store, caseId: string): boolean => cases.knows(store, caseId)

/**
 * The kept items of the case whose head has this hash. The hash covers every event of the case, and so what its nouns are.
 * @returns also which of the nouns of entries asked for are not
 */
export function keptItems(
  store: Store,
  caseId: string,
  { hash, also }: { hash: unknown; also: readonly KeyedNoun[] },
): { items: Item[]; missing: KeyedNoun[] } | undefined {
  const kept = cases.get(store, caseId, String(hash))
  if (!kept) return undefined
  const wanted = (noun: string) => noun in nouns || also.some((one) => one === noun)
  return {
    items: [...kept.items].flatMap(([sk, item]) => (wanted(nounAt(sk).noun) ? [item] : [])),
    missing: also.filter((noun) => !kept.whole.includes(noun)),
  }
}

/** Keeps what was read and found to be one state of the case. @param whole the nouns of entries that are among it */
export function keepCase(
  store: Store,
  caseId: string,
  { hash, items, whole }: { hash: string; items: readonly Item[]; whole: readonly KeyedNoun[] },
): void {
  const before = cases.get(store, caseId, hash)
  const read = items.filter(({ sk }) => isOfANoun(String(sk))).map((item) => [String(item['sk']), item] as const)
  cases.keep(store, caseId, hash, {
    items: new Map([...(before?.items ?? []), ...read]),
    whole: [...new Set([...(before?.whole ?? []), ...whole])],
  })
}

/** After a commit, keeps the case with the items that were written over it. Does nothing where the case was not kept. */
export function keepAfter(
  store: Store,
  caseId: string,
  { from, to, written }: { from: string; to: string; written: readonly Item[] },
): void {
  const before = cases.get(store, caseId, from)
  if (!before) return
  const known = written.filter(({ sk }) => {
    const { noun } = nounAt(String(sk))
    return noun in nouns || before.whole.some((one) => one === noun)
  })
  cases.keep(store, caseId, to, {
    items: new Map([...before.items, ...known.map((item) => [String(item['sk']), item] as const)]),
    whole: before.whole,
  })
}

function isOfANoun(sk: string): boolean {
  const { noun } = nounAt(sk)
  return noun in nouns || noun in keyedNouns
}
