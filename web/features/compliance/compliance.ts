import type { viewCompliance, viewMissingDocument } from '../../../domain/compliance/view.ts'

export type Compliance = ReturnType<typeof viewCompliance> & { names: Record<string, string> }
export type Question = Compliance['questions'][number]

/** What a bidder is asked for. */
export type MissingDocument = ReturnType<typeof viewMissingDocument>
