import { isOneLine } from '../one-line.ts'
import { hashSchema } from '../record/chain.ts'
import * as z from '../zod.ts'
import { typeNames } from './document-type.ts'

/** In bytes: 100 MB (requirements §6, issue 6 point 4). */
export const MOST_DOCUMENT_BYTES = 100_000_000

/** The most documents in one envelope: what the record keeps of every tender of a case is one item of the table. */
export const mostDocuments = { quality: 20, price: 5 } as const

/** Random, by the bidder's client: it tells nothing of the document. */
export const documentIdSchema = z.string().regex(/^[0-9a-f]{32}$/, 'is not the identifier of a document')

const described = {
  name: z
    .string()
    .trim()
    .min(1, 'Name the document')
    .max(200, 'Shorten the name of the document to 200 characters')
    .refine(isOneLine, 'Put the name of the document on one line'),
  type: z.enum(typeNames),
  bytes: z.int().min(1, 'The document is empty').max(MOST_DOCUMENT_BYTES, 'The document is larger than 100 MB'),
  /** SHA-256 of the document itself. */
  sha256: hashSchema,
  /** Marked by the bidder as commercially confidential. */
  confidential: z.boolean().default(false),
  /** Of one that is: the criteria whose answers it belongs to. None named, it belongs to each (decision 36). */
  criteria: z.array(z.string().max(41)).max(100).optional(),
}

/** What a bidder says of an attached document. It stands inside the envelope: before the opening nobody reads even a name. */
export const attachedSchema = z.strictObject({ id: documentIdSchema, ...described })
export type Attached = z.output<typeof attachedSchema>

/** Why something could not be opened. It goes on the record, into questions and letters, for every tender of a case at once. */
export const faultSchema = z.string().max(1_000)

const found = z.object({ id: documentIdSchema, name: z.string().optional() })

/** Whether malware was looked for; what was found to be malware has failed. */
export const malwareSchema = z.enum(['none found', 'not looked for'])

/** What came to light when a document was opened. One that fails is a question of compliance, never a crash. */
export const openedDocumentSchema = z.discriminatedUnion('outcome', [
  found.extend({
    outcome: z.literal('opened'),
    ...described,
    confidential: z.boolean(),
    /** Where it lies, readable. */
    documentKey: z.string(),
    malware: malwareSchema,
  }),
  found.extend({ outcome: z.literal('failed'), reason: faultSchema }),
])
export type OpenedDocument = z.infer<typeof openedDocumentSchema>

/** Without criteria that the tender does not have: what is marked goes on the record, and is bounded by what was published. */
export const attachedTo = (documents: readonly Attached[], criteria: readonly { id: string }[]): Attached[] =>
  documents.map(({ criteria: named, ...rest }) =>
    named ? { ...rest, criteria: criteria.flatMap(({ id }) => (named.includes(id) ? [id] : [])) } : rest,
  )

/** In bytes: it goes through the service, part by part. */
export const MOST_SUPPLIED_BYTES = 25_000_000

/** A document that came after the opening, when its bidder was asked for it: no tender, and not sealed. */
export const supplied = {
  id: documentIdSchema,
  name: described.name,
  type: described.type,
  bytes: z.int().min(1, 'The document is empty').max(MOST_SUPPLIED_BYTES, 'The document is larger than 25 MB'),
  sha256: hashSchema,
  documentKey: z.string(),
}
export const suppliedDocumentSchema = z.strictObject(supplied)
export type SuppliedDocument = z.infer<typeof suppliedDocumentSchema>
