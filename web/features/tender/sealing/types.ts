import { allowedTypes, documentTypes } from '../../../../domain/tender/document-type.ts'

export const typesInWords: string = allowedTypes

/** For the chooser of files: `.pdf,.docx`. */
export const endings: string = Object.values(documentTypes)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join()

/** What a document is, in words, and how a page can show it; any other is saved, and opened by the program that it is for. */
export const kinds: Partial<Record<string, { says: string; shown?: 'pdf' | 'image' | 'text' }>> = documentTypes
