import type { Case } from '../case/case.ts'
import type { Paper } from '../paper/paper.ts'
import type { Export } from '../record/export.ts'
import * as z from '../zod.ts'

/** Names as the register has them: they are data beside the record, not in it. */
export const namesSchema = z.strictObject({
  organisations: z.record(z.string(), z.string()),
  people: z.record(z.string(), z.string()),
})
export type Names = z.infer<typeof namesSchema>

/** What a part of the pack is, and what is in it: data, or something in words that was dated. */
export type Part = { path: string; what: string } & ({ data: unknown } | { paper: Paper; datedAt: string })

export interface Disclosed {
  /** As the record makes it, or where a payload was erased as it is kept; loaded with everything. */
  theCase: Case
  record: Export
  names: Names
}
