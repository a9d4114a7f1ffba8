import { hashSchema } from '../../../domain/record/chain.ts'
import { malwareSchema } from '../../../domain/tender/document.ts'
import { partnerSchema } from '../../../domain/tender/partner.ts'
import * as z from '../../../domain/zod.ts'

export const uploadsAnswer = z
  .object({
    uploads: z.array(
      z.object({
        index: z.int(),
        stored: z.boolean(),
        url: z.string().optional().meta({ description: 'PUT the part there; it may be relative to the portal' }),
        headers: z.record(z.string(), z.string()).optional().meta({ description: 'Send these with it' }),
      }),
    ),
  })
  .meta({ id: 'Uploads' })
export type Uploads = z.infer<typeof uploadsAnswer>

/** Where a document lies is nobody's to know; it is read part by part. */
const shownDocument = z.object({
  id: z.string(),
  name: z.string().optional(),
  outcome: z.enum(['opened', 'failed']),
  type: z.string().optional(),
  bytes: z.int().optional(),
  sha256: hashSchema.optional(),
  confidential: z.boolean().optional(),
  criteria: z.array(z.string()).optional().meta({ description: 'Whose answers it belongs to, if it is' }),
  malware: malwareSchema.optional(),
  reason: z.string().optional(),
})

export const openedTenderAnswer = z
  .object({
    organisationId: z.string(),
    criteria: z.array(z.object({ id: z.string(), title: z.string() })),
    partners: z.array(partnerSchema),
    documents: z.array(shownDocument),
    confidential: z.array(z.string()),
    answers: z.record(z.string(), z.string()).optional(),
    price: z.object({ pence: z.int(), documents: z.array(shownDocument) }).optional(),
  })
  .meta({ id: 'OpenedTender' })
