import { z } from '@hono/zod-openapi'
import { documentIdSchema } from '../../domain/tender/document.ts'
import { SUPPLIED_PART_BYTES } from '../store/supplied-store.ts'

const mostCharacters = Math.ceil(SUPPLIED_PART_BYTES / 3) * 4

/** One part of a document that is sent through the service, 2 MiB of it but for the last. */
export const suppliedPartSchema = z.strictObject({
  documentId: documentIdSchema,
  part: z.int().min(0).max(11).openapi({ description: 'Counted from 0' }),
  content: z.base64().min(4, 'The part is empty').max(mostCharacters, 'The part is larger than 2 MiB'),
})
