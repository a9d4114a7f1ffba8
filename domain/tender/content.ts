import { MOST_PENCE, TOO_MANY_PENCE } from '../pence.ts'
import * as z from '../zod.ts'
import { attachedSchema, mostDocuments } from './document.ts'
import { partnerSchema } from './partner.ts'

const attached = (most: number) =>
  z
    .array(attachedSchema)
    .max(most, `Attach at most ${most} documents here`)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'A document is attached twice')
    .optional()

/** What is inside the quality envelope: an answer to every criterion, by its id, and who else would provide a part. */
export const qualityContentSchema = z.strictObject({
  answers: z.record(z.string().max(41), z.string().trim().min(1, 'Answer this criterion').max(20_000)),
  partners: z.array(partnerSchema).max(20).default([]),
  documents: attached(mostDocuments.quality),
  /** Criteria whose answers are marked as commercially confidential; documents are marked one by one. */
  confidential: z.array(z.string().max(41)).max(100).optional(),
})
export type QualityContent = z.infer<typeof qualityContentSchema>

/** What is inside the price envelope: the whole price of the contract, in pence, and how it comes about. */
export const priceContentSchema = z.strictObject({
  pence: z.int('Enter the price in whole pence').min(1, 'Enter a price above 0').max(MOST_PENCE, TOO_MANY_PENCE),
  documents: attached(mostDocuments.price),
})
