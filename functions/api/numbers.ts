import * as z from '../../domain/zod.ts'

/** The largest number that is accepted: more than a case or a register ever counts to. The table keeps no number beyond 2^53. */
const MOST = 1_000_000

/** The number of what is counted from 1: a version, a question, an event of a record. */
export const numbered = z.int().min(1).max(MOST)

/** The same, in the query of an address. */
export const numberAsked = z.coerce.number().int().min(1).max(MOST)

/** Where a page of such numbers begins: after this one. */
export const numberAfter = z.coerce.number().int().min(0).max(MOST).default(0)

/** Which round of a vote: there is a second after a tie. */
export const round = z.int().min(1).max(2)

/**
 * The version that somebody had, by an ETag such as `"3"` in `If-Match`.
 * @param message where there is none
 */
export const versionHad = (message?: string) =>
  z
    .string(message)
    .regex(/^"\d{1,9}"$/, 'must be an ETag such as "3"')
    .transform((tag) => Number(tag.slice(1, -1)))
