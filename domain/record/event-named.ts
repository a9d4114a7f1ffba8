import type { Entry } from './chain.ts'

/** An event, as everything that is said of it begins. */
export const eventNamed = ({ sequence, type }: Pick<Entry, 'sequence' | 'type'>): string =>
  `event ${sequence} (${type})`

/** What is said of events, each once and in the order of the record. */
export const inOrder = (said: readonly string[]): string[] =>
  [...new Set(said)].sort((one, other) => numberIn(one) - numberIn(other))

/** Of the event that something is said of. */
const numberIn = (said: string): number => Number(/^event (\d+) /.exec(said)?.[1] ?? 0)
