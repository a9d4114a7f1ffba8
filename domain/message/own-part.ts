import { entryOf } from '../panel-draw/fair-draw/entry.ts'

/**
 * What only one nominee is sent with the mail about a draw, because their salt is in it: the words of the record, with what is theirs put in. The
 * record holds the SHA-256 of it, in UTF-8; whoever kept the mail can show with it what they were sent.
 */
export const ownPart = (words: string, person: string, salt: string): string =>
  words.replaceAll('{entry}', entryOf(person, salt)).replaceAll('{person}', person).replaceAll('{salt}', salt)
