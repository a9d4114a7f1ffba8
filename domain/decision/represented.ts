import type { Case } from '../case/case.ts'
import { refuseUnless } from '../refusal.ts'
import type { SuppliedDocument } from '../tender/document.ts'
import type { Instant } from '../time/instant.ts'
import type { Decision, Representation } from './decision.ts'

/** Every representation of the case, in what stands and in what no longer does. */
const everyOne = (decision: Decision | undefined): Representation[] => [
  ...(decision?.superseded ?? []).flatMap(({ representations }) => representations),
  ...(decision && 'representations' in decision ? decision.representations : []),
]

export const representedDocuments = ({ decision }: Pick<Case, 'decision'>): (SuppliedDocument & { at: Instant })[] =>
  everyOne(decision).flatMap(({ documents = [], at }) => documents.map((one) => ({ ...one, at })))

/** Where a document that came with a representation lies. @throws Refusal `NotFound` */
export function representedDocument(theCase: Case, documentId: string): SuppliedDocument & { at: Instant } {
  const document = representedDocuments(theCase).find(({ id }) => id === documentId)
  refuseUnless(document, 'NotFound', 'There is no such document.')
  return document
}

/** As those who consider it read it: where a document lies is nobody's to know. */
export const toConsider = ({ documents, ...representation }: Representation) => ({
  ...representation,
  ...(documents && { documents: documents.map(({ documentKey: _, ...document }) => document) }),
})

/** As whoever made it reads it: what was decided and why, not by whom; one of them may have been excluded since. */
export const toWhoMadeIt = (representation: Representation, all: readonly Representation[]) => {
  const { answer, ...rest } = toConsider(representation)
  const reasons = all.find(({ id }) => id === answer?.with)?.answer?.reasons ?? answer?.reasons ?? ''
  return { ...rest, ...(answer && { answer: { decision: answer.decision, reasons, at: answer.at } }) }
}

/** As everybody reads it: that somebody objected, and what they were answered; not who, nor in what words. */
export const toEverybody = ({ id, at, receivedAt, way, afterAward, answer }: Representation) => ({
  ...{ id, at },
  ...(receivedAt !== undefined && { receivedAt }),
  ...(way && { way }),
  ...(afterAward !== undefined && { afterAward }),
  ...(answer && {
    answer: {
      ...{ decision: answer.decision, reasons: answer.reasons, at: answer.at },
      ...(answer.with !== undefined && { with: answer.with }),
    },
  }),
})
