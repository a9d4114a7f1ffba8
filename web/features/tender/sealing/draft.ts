import type { Partner } from '../../../../domain/tender/partner.ts'
import type { DocumentSeal } from '../../../../domain/tender/seal.ts'
import type { Chunk } from '../../../../domain/tender/sealed-document.ts'
import type { CheckedInParts } from './check-file.ts'

export type Half = 'quality' | 'price'

/** A document that the bidder attached: the file stays in this browser; only its ciphertext leaves it. */
export interface DraftDocument {
  /** From its seal, once it has one: before that it is being checked, or has failed the check. */
  key: string
  file: File
  confidential: boolean
  /** Whose answers it belongs to, where it is confidential. */
  criteria?: string[]
  fault?: string
  checked?: CheckedInParts
  seal?: DocumentSeal
  /** Those that have been uploaded, in order. */
  chunks: Chunk[]
}

/** A tender being written. */
export interface Draft {
  answers: Record<string, string>
  /** Criteria whose answers are marked as confidential. */
  confidential: string[]
  partners: Partner[]
  /** As it was typed, in pounds. */
  price: string
  documents: Record<Half, DraftDocument[]>
}

export const emptyDraft: Draft = {
  answers: {},
  confidential: [],
  partners: [],
  price: '',
  documents: { quality: [], price: [] },
}

/** What the draft of a person for a round of tenders is called in this browser. */
export const draftName = (personId: string, { caseId, round }: { caseId: string; round: number }): string =>
  `${personId}:${caseId}:${round}`

/** What is left of a draft once the tender has closed: what its documents were called, for the receipt. */
export function namesOnly({ documents }: Draft): Draft {
  const named = ({ key, file, seal }: DraftDocument): DraftDocument => ({
    key,
    file: new File([], file.name),
    confidential: false,
    ...(seal && { seal }),
    chunks: [],
  })
  return { ...emptyDraft, documents: { quality: documents.quality.map(named), price: documents.price.map(named) } }
}

/** Whether there is something in it that is not for everybody's eyes. */
export const holdsWords = ({ answers, partners, price, documents }: Draft): boolean =>
  price !== '' ||
  partners.length > 0 ||
  Object.values(answers).some((answer) => answer !== '') ||
  [...documents.quality, ...documents.price].some(({ file }) => file.size > 0)
