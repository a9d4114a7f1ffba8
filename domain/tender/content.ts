import * as z from 'zod'
import { partnerSchema } from './tender.ts'

/** What is inside the quality envelope: an answer to every criterion, by its id, and who else would provide a part. */
export const qualityContentSchema = z.strictObject({
  answers: z.record(z.string().max(41), z.string().trim().min(1, 'Answer this criterion').max(20_000)),
  partners: z.array(partnerSchema).max(20).default([]),
})
export type QualityContent = z.infer<typeof qualityContentSchema>

/** What is inside the price envelope: the whole price of the contract, in pence. */
export const priceContentSchema = z.strictObject({
  pence: z.int('Enter the price in whole pence').min(1, 'Enter a price above 0').max(100_000_000_000),
})
