import type { Case } from '../case/case.ts'
import { approvedVersion } from '../specification/specification.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/**
 * What observers can be shown of the panel's work (requirements §1): what it has finished, and nothing of a tender, a score, a vote
 * or an interest.
 */
export const observerPapers = ['appraisal', 'specification'] as const
export type ObserverPaper = (typeof observerPapers)[number]

/** What it is called, in the middle of a sentence. */
export const paperNames: Record<ObserverPaper, string> = {
  appraisal: 'what the panel found about the proposal',
  specification: 'the specification that the panel approved',
}

/** A paper that observers may read, as it stood when it was marked for them. */
export const markedPaperSchema = z.object({
  paper: z.enum(observerPapers),
  /** Which round of the appraisal, or which version of the specification. */
  number: z.int().min(1),
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
})
export type MarkedPaper = z.infer<typeof markedPaperSchema>
export const markedPapersSchema = z.array(markedPaperSchema)

export type MarkedPaperEvent =
  | { type: 'PaperMarked'; data: Pick<MarkedPaper, 'paper' | 'number' | 'reason'> }
  | { type: 'PaperUnmarked'; data: Pick<MarkedPaper, 'paper' | 'reason'> }

/** The number of the paper that the panel has finished and not taken up again; undefined while there is none. */
export function finished({ appraisal, specification }: Case, paper: ObserverPaper): number | undefined {
  switch (paper) {
    case 'appraisal':
      return appraisal?.status === 'concluded' ? appraisal.round : undefined
    case 'specification':
      return approvedVersion(specification)
  }
}

/** The papers that observers read now: of one that the panel takes up again, what comes of it must be marked anew. */
export const readByObservers = (theCase: Case): MarkedPaper[] =>
  (theCase.markedPapers ?? []).filter(({ paper, number }) => finished(theCase, paper) === number)
