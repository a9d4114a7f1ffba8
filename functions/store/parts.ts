import { keys } from './keys.ts'

type Item = Record<string, unknown>
interface Key {
  pk: string
  sk: string
}

/** DynamoDB's limit is 400 KB an item, with the names of its attributes (Developer Guide, “Quotas”, item size). */
const MOST_BYTES = 380_000

/** A UTF-16 unit of a string takes at most three bytes in UTF-8; the two units of a surrogate pair take four. */
const MOST_UNITS = Math.floor(MOST_BYTES / 3)

/**
 * Cuts an item whose text may be of any length into as many items as DynamoDB takes: mostly one. The first of several says how
 * many there are, and each has the version of the whole, so that no half is ever taken for the whole.
 */
export function inParts<Whole extends Key & { body: string; version?: number }>(item: Whole): [Whole, ...Item[]] {
  if (Buffer.byteLength(item.body) <= MOST_BYTES) return [item]
  const [body = '', ...more] = pieces(item.body)
  const { pk, sk, version } = item
  const further = more.map((piece, index) => ({
    ...keys.part({ pk, sk }, index + 2),
    part: index + 2,
    body: piece,
    ...(version !== undefined && { version }),
  }))
  return [{ ...item, body, parts: further.length + 1 }, ...further]
}

/** How many items this one is the first of. */
export const partsIn = ({ parts }: Item): number => Number(parts ?? 1)

/** The keys of the items that follow the first one, where there are so many in all. */
export const furtherParts = (key: Key, parts: number): Key[] =>
  Array.from({ length: parts - 1 }, (_, index) => keys.part(key, index + 2))

/** The version of a whole whose parts were not read in one state: no item ever has it, so `writtenOf` refuses it. */
const TORN = -1

/** Joins what lies in several items into one again. Also returned are the keys of parts that were not read with the rest. */
export function joined(items: Item[]): { whole: Item[]; missing: Key[] } {
  if (items.every(({ part, parts }) => part === undefined && parts === undefined)) return { whole: items, missing: [] }
  const name = ({ pk, sk }: Item | Key) => `${pk} ${sk}`
  const read = new Map(items.map((item) => [name(item), item]))
  const missing: Key[] = []
  const whole = items.flatMap((item) => {
    if (item['part'] !== undefined) return []
    const further = furtherParts({ pk: String(item['pk']), sk: String(item['sk']) }, partsIn(item))
    const found = further.map((key) => read.get(name(key)))
    missing.push(...further.filter((_, index) => !found[index]))
    const torn = found.some((part) => part?.['version'] !== item['version'])
    const body = [item, ...found].map((part) => part?.['body'] ?? '').join('')
    return [partsIn(item) === 1 ? item : { ...item, body, ...(torn && { version: TORN }) }]
  })
  return { whole, missing }
}

/** Cuts a text into pieces that each fit an item, and never through a character. */
function pieces(text: string): string[] {
  const cut: string[] = []
  for (let from = 0; from < text.length; ) {
    const end = from + MOST_UNITS
    const pair = isHighSurrogate(text.charCodeAt(end - 1)) && end < text.length
    const to = pair ? end - 1 : end
    cut.push(text.slice(from, to))
    from = to
  }
  return cut
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
