import type { Organisation } from '../locality/locality.ts'

/** Something in a text that tells, or may tell, who asked. */
export interface Identifying {
  /** The words themselves. */
  found: string
  because: string
  /** Whose name it is, where it is an organisation's on the register. */
  organisationId?: string
}

/** No run of them is without end, so that a long text takes no longer than its length (e-mail addresses: RFC 5321, 4.5.3.1). */
const patterns: { pattern: RegExp; because: string }[] = [
  { pattern: /[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,9}/g, because: 'an e-mail address' },
  { pattern: /\b(https?:\/\/|www\.)\S+/gi, because: 'a web address' },
  { pattern: /(?<!\d)(\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\d)/g, because: 'a telephone number' },
  {
    pattern: /\b(we|our organisation|our company)\b[^.?!]{0,60}\b(today|currently|at present|already|existing)\b/gi,
    because: 'words that only the present provider would use',
  },
  {
    pattern: /\b(our|my) (current|existing|present) (contract|service|staff|premises|patients|clinics?)\b/gi,
    because: 'words that only the present provider would use',
  },
]

/**
 * What in a question tells who asked: the names and other names of organisations on the register, addresses, numbers, and
 * words that only one bidder would use. A warning, not a proof: whoever answers reads it and decides on the wording.
 */
export function identifying(text: string, organisations: readonly Organisation[]): Identifying[] {
  const told = patterns.flatMap(({ pattern, because }) =>
    [...text.matchAll(pattern)].map(([found]) => ({ found, because })),
  )
  return [...named(text, organisations), ...told]
}

/** The names of organisations that stand in a text, as they stand there. */
export const namesIn = (text: string, organisations: readonly Organisation[]): string[] => [
  ...new Set(named(text, organisations).map(({ found }) => found)),
]

function named(text: string, organisations: readonly Organisation[]): Identifying[] {
  const read = asRead(text)
  const words = wordsOf(read)
  return organisations.flatMap(({ id, name, aliases, formerNames = [] }) =>
    [name, ...aliases, ...formerNames]
      .map((one) => standing(read, words, wordsOf(asRead(one))))
      .filter((found) => found !== undefined)
      .map((found) => ({ found, because: 'the name of an organisation', organisationId: id })),
  )
}

/** As eyes read it: letters with their accents as one, and nothing that is not seen. */
const asRead = (text: string): string => text.normalize('NFKC').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')

interface Word {
  /** In capitals, so that it is the same however it is written. */
  word: string
  from: number
  to: number
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: found, index }) => ({
    word: found.toUpperCase(),
    from: index,
    to: index + found.length,
  }))

/**
 * A name as it stands in the text, whatever its capitals, spaces and punctuation; undefined when it does not. Compared word by word: an
 * expression for each name, of all the world's letters, took longer to compile than any text to read.
 */
function standing(text: string, words: readonly Word[], name: readonly Word[]): string | undefined {
  if (name.length === 0) return undefined
  const at = words.findIndex((_, from) => name.every(({ word }, place) => words[from + place]?.word === word))
  return at < 0 ? undefined : text.slice(words[at]?.from, words[at + name.length - 1]?.to)
}
