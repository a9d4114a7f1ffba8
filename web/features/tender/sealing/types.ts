import { allowedTypes, documentTypes } from '../../../../domain/tender/document-type.ts'

export const typesInWords: string = allowedTypes

/** For the chooser of files: `.pdf,.docx`. */
export const endings: string = Object.values(documentTypes)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join()
