import * as z from '../zod.ts'
import { mostDocuments } from './document.ts'
import { envelopeSchemas } from './envelope.ts'
import { sealedDocumentSchema } from './sealed-document.ts'

const documents = (most: number) =>
  z
    .array(sealedDocumentSchema)
    .max(most, `Attach at most ${most} documents here`)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'A document is attached twice')
    .default([])

/** An envelope with the documents attached to it, as a bidder's client submits it: everything in it is sealed. */
export const submittedSchemas = {
  quality: envelopeSchemas.quality.extend({ documents: documents(mostDocuments.quality) }),
  price: envelopeSchemas.price.extend({ documents: documents(mostDocuments.price) }),
}
export type Submitted = z.output<(typeof submittedSchemas)['quality']>
