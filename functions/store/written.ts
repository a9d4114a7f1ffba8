import { nounAt } from './keys.ts'
import { type KeyedNoun, nouns } from './nouns.ts'
import { partsIn } from './parts.ts'

type Item = Record<string, unknown>

/**
 * With which event each item of a case was last written. A Query or a BatchGetItem is only read-committed against a transaction
 * (Amazon DynamoDB Developer Guide, “DynamoDB transactions: how it works”, isolation levels): it may see half of one, and no
 * order is promised. So the head says which items belong to it.
 */
export interface Written {
  /** The event number of each item that was read, by sort key. */
  read: Record<string, number>
  /** In how many items each of them lies. */
  parts: Record<string, number>
  /** What the head says: the sum of these numbers for each noun. Absent in a record from before heads said it. */
  sums?: Record<string, number>
}

/**
 * The versions of what was read, if it is one state of the case; undefined where a transaction came in between. Items only
 * get newer: when none is newer than the head, and a noun's sum is the head's, none of its items is older or missing.
 * @param also the nouns of entries that were read besides, whole
 */
export function writtenOf(head: Item, items: Item[], also: KeyedNoun[]): Written | undefined {
  const read: Record<string, number> = {}
  const parts: Record<string, number> = {}
  const found: Record<string, number> = {}
  for (const item of items) {
    const { sk, version } = item
    if (typeof sk !== 'string' || typeof version !== 'number') continue
    if (version > Number(head['sequence'])) return undefined
    const { noun } = nounAt(sk)
    read[sk] = version
    parts[sk] = partsIn(item)
    found[noun] = (found[noun] ?? 0) + version
  }
  const sums = head['written'] as Record<string, number> | undefined
  if (!sums) return { read, parts }
  const whole = [...Object.keys(nouns), ...also].every((noun) => (found[noun] ?? 0) === (sums[noun] ?? 0))
  return whole ? { read, parts, sums } : undefined
}
