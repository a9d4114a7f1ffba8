import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

const put = {
  /** The round of the specification it rests on, and the version that the panel approved. */
  round: z.int().min(1),
  version: z.int().min(1),
  putAt: instantSchema,
}
const answered = {
  ...put,
  by: z.string(),
  at: instantSchema,
  /** Since when whoever answered is excluded for a conflict of interest. */
  excludedAt: instantSchema.optional(),
}

/**
 * The business case: the proposal with its costs and benefits, the panel's appraisal, and the specification that it
 * approved. The approver agrees to it, or rejects it with reasons (requirements §2, stage 3).
 */
export const businessCaseSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('put'), ...put }),
  z.object({ status: z.literal('approved'), ...answered, reasons: z.string() }),
  /** Back to the panel, for another round of the specification. */
  z.object({ status: z.literal('returned'), ...answered, reasons: z.string() }),
  z.object({ status: z.literal('rejected'), ...answered, reasons: z.string() }),
])
export type BusinessCase = z.infer<typeof businessCaseSchema>

export type BusinessCaseEvent =
  | { type: 'BusinessCasePut'; data: { round: number; version: number } }
  | { type: 'BusinessCaseApproved'; data: { reasons: string } }
  | { type: 'BusinessCaseReturned'; data: { reasons: string } }
  | { type: 'BusinessCaseRejected'; data: { reasons: string } }
