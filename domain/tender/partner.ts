import { isOneLine } from '../one-line.ts'
import * as z from '../zod.ts'

/** Somebody else who would provide a part of the service. */
export const partnerSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter the name of the partner')
    .max(200)
    .refine(isOneLine, 'Put the name of the partner on one line'),
  organisationId: z.string().max(63).optional(),
  as: z.enum(['partner', 'subcontractor']),
})
export type Partner = z.output<typeof partnerSchema>
