import * as z from '../../domain/zod.ts'

/** A reason that goes on the record, of so many characters at most. */
export const reasonOf = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'Give the reason: it goes on the record')
    // Said when it is asked: to write a number as a country does takes a fresh process 10 ms.
    .max(most, { error: () => `Shorten the reason to ${most.toLocaleString('en-GB')} characters` })

export const reason = reasonOf(5000)

/** A reason kept beside those of every other member. */
export const shortReason = reasonOf(2000)

export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'is not an identifier')

/** Who was there when the panel met. */
export const present = z.array(idSchema).min(1, 'Enter who was there').max(30)

/** Which criterion is meant: no longer than its own schema lets it be (domain/specification/content.ts). */
export const criterionId = z.string().max(41)

/** A command that says nothing but that it is done. */
export const nothing = z.strictObject({})
