import { mostDocuments } from '../../../../domain/tender/document.ts'
import type { Partner } from '../../../../domain/tender/partner.ts'
import type { DocumentSeal } from '../../../../domain/tender/seal.ts'
import { type Chunk, chunksOf } from '../../../../domain/tender/sealed-document.ts'
import type { Checked } from './check-file.ts'

export type Half = 'quality' | 'price'

/** A document that the bidder attached: the file stays in this browser; only its ciphertext leaves it. */
export interface DraftDocument {
  /** From its seal, once it has one: before that it is being checked, or has failed the check. */
  key: string
  file: File
  confidential: boolean
  fault?: string
  checked?: Checked
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

export const mostOf: Record<Half, number> = mostDocuments
export const chunkCount = ({ size }: File): number => chunksOf(size)
