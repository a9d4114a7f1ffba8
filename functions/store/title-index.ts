import { createHash } from 'node:crypto'

/**
 * Titles are found by how their words begin. Keys hold no words (design §3), so a beginning stands in them as a hash; of each
 * word there are two, of three letters and of six, and the title itself tells the rest.
 */
const LENGTHS = [6, 3]

/** A transaction holds 100 items: of a long title the longest words are found. */
const MOST_WORDS = 10

/** The words of a title or a search, as they are compared: without case, accents and marks. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu) ?? []

const hashed = (start: string) => createHash('sha256').update(start).digest('hex').slice(0, 16)

/** Under which beginnings a title is found. */
export function indexed(title: string): string[] {
  const longest = [...new Set(wordsOf(title))].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS)
  const starts = longest.flatMap((word) =>
    LENGTHS.filter((length) => word.length >= length).map((n) => word.slice(0, n)),
  )
  return [...new Set(starts)].map(hashed)
}

/** The one beginning under which everything is that a search could mean: of its longest word; undefined of a search too short. */
export function lookedUp(search: string): string | undefined {
  const [longest = ''] = wordsOf(search).sort((a, b) => b.length - a.length)
  const length = LENGTHS.find((most) => longest.length >= most)
  return length === undefined ? undefined : hashed(longest.slice(0, length))
}

/** Whether each word of a search begins a word of the title. */
export function matches(title: string, search: string): boolean {
  const words = wordsOf(title)
  return wordsOf(search).every((sought) => words.some((word) => word.startsWith(sought)))
}
