import { suppliedDocumentSchema } from '../tender/document.ts'
import * as z from '../zod.ts'

/** How many documents a proposal may carry. */
export const MOST_ATTACHMENTS = 10

/**
 * A document attached to a proposal (requirements §3). Its identifier is how its SHA-256 begins, so that what lies under it
 * cannot be another document.
 */
export const attachmentSchema = suppliedDocumentSchema
  .omit({ documentKey: true })
  .refine(({ id, sha256 }) => sha256.startsWith(id), { path: ['id'], message: 'must be how its SHA-256 begins' })

export type Attachment = z.output<typeof attachmentSchema>

export const attachmentsSchema = z
  .array(attachmentSchema)
  .max(MOST_ATTACHMENTS, `Attach ${MOST_ATTACHMENTS} documents at most`)
  .default([])
