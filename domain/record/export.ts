import * as z from '../zod.ts'
import { entrySchema, hashSchema, payloadSchema } from './chain.ts'

export const FORMAT = 'redesign-panels/record/1'

/** An exported record: the chain with its payloads; an erased payload is null. */
export const exportSchema = z.strictObject({
  format: z.literal(FORMAT),
  caseId: z.string(),
  head: z.strictObject({ sequence: z.int().min(1), hash: hashSchema }),
  events: z.array(z.strictObject({ entry: entrySchema, payload: payloadSchema.nullable() })).min(1),
})
export type Export = z.infer<typeof exportSchema>
