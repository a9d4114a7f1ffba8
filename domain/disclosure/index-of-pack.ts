import { hashSchema } from '../record/chain.ts'
import * as z from '../zod.ts'

export const PACK = 'redesign-panels/disclosure-pack/1'

/** The file that lists every other, with its hash. */
export const INDEX = 'index.json'
/** The same for reading; it lists itself nowhere, and is checked against the other. */
export const INDEX_PAGE = 'index.html'

export const packIndexSchema = z.strictObject({
  format: z.literal(PACK),
  caseId: z.string(),
  title: z.string(),
  /** The release that made it; absent in packs of before the first. */
  release: z.string().max(40).optional(),
  /** Where the record stood: whoever quotes it can be held to it. */
  head: z.strictObject({ sequence: z.int().min(1), hash: hashSchema }),
  files: z.array(z.strictObject({ path: z.string(), what: z.string(), bytes: z.int().min(0), sha256: hashSchema })),
})
export type PackIndex = z.infer<typeof packIndexSchema>
