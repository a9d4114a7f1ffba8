import { digest } from '../../record/chain.ts'

/**
 * A nominee’s entry in a published pool: who knows the person *and* the salt that was sent to them finds it, and nobody else
 * learns who it is.
 *
 * @param salt 16 bytes or more in hex, random, another for each nominee
 */
export const entryOf = (person: string, salt: string): string => digest({ person, salt })
