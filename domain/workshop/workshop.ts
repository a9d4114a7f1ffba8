import { exactSchema } from '../evaluation/exact.ts'
import { priceFormulaSchema } from '../evaluation/price-formula.ts'
import { MOST_PENCE, TOO_MANY_PENCE } from '../pence.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/** A tender made up to see how it would fare; real tenders come later, and sealed. */
export const sampleSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give this sample tender a name').max(80, 'Shorten the name to 80 characters'),
  /** By criterion. */
  scores: z.record(
    z.string().max(41),
    z.int('Choose a score from 0 to 5').min(0, 'Choose 0 or more').max(5, 'Choose 5 or less'),
  ),
  pence: z.int('Enter the price in whole pence').min(1, 'Enter a price above 0').max(MOST_PENCE, TOO_MANY_PENCE),
})
export type Sample = z.infer<typeof sampleSchema>

/** What is tried: the weights, which may differ from those of the version, and the sample tenders. */
export const trySchema = z.object({
  /** Whose criteria are weighed. */
  version: z.int().min(1),
  /** By criterion. */
  weights: z.record(z.string(), exactSchema),
  priceShare: exactSchema,
  priceFormula: priceFormulaSchema,
  samples: z.array(sampleSchema),
})
export type Try = z.infer<typeof trySchema>

/** How the samples come out, the best first. A sample below a minimum has no place. */
const placedSchema = z.object({
  name: z.string(),
  place: z.int().min(1).optional(),
  quality: exactSchema,
  price: exactSchema.optional(),
  total: exactSchema,
  /** Every term of the total, a line each. */
  terms: z.array(z.string()),
})

/** The smallest whole number of points by which one share must grow or shrink for another sample to come first. */
const moveSchema = z.object({
  /** A criterion, or `price`. */
  share: z.string(),
  points: z.int(),
  first: z.string(),
})
export type Move = z.infer<typeof moveSchema>

const tried = { ranking: z.array(placedSchema), moves: z.array(moveSchema) }
export const triedSchema = z.object(tried)
export type Tried = z.infer<typeof triedSchema>

/** A weighting workshop that the panel held, as it was; nothing of it binds (requirements §6). */
export const workshopSchema = trySchema.extend({
  number: z.int().min(1),
  ...tried,
  /** The planned meeting that it was held in, and who was there. */
  planned: z.int().min(1).optional(),
  present: z.array(z.string()).optional(),
  /** What the panel takes from it. */
  conclusion: z.string(),
  by: z.string(),
  at: instantSchema,
})
export type Workshop = z.infer<typeof workshopSchema>

export type WorkshopEvent = { type: 'WorkshopHeld'; data: Omit<Workshop, 'by' | 'at'> & { person: string } }
