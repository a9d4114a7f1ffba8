import { mostDocuments } from '../../../../domain/tender/document.ts'
import { chunksOf } from '../../../../domain/tender/sealed-document.ts'
import type { Half } from './draft.ts'

export const mostOf: Record<Half, number> = mostDocuments
export const chunkCount = ({ size }: File): number => chunksOf(size)
