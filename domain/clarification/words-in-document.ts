import type { DocumentType } from '../tender/document-type.ts'
import { wordsInOffice } from './words-in-office.ts'
import { wordsInPdf } from './words-in-pdf.ts'
import { authorsOfPicture } from './words-in-picture.ts'

/** How many characters of a document are searched, some thousand pages. Whoever answers sees all of it anyway. */
const MOST_CHARACTERS = 2_000_000

/** The words of a document, as far as they can be read without its program, and who it says wrote it: what no viewer shows. */
export function wordsIn(content: Uint8Array, type: DocumentType): { text: string; authors: string[] } {
  const { text, authors } = read(content, type)
  const told = authors.map((author) => author.replaceAll('\0', '').trim()).filter((author) => author !== '')
  return { text: text.slice(0, MOST_CHARACTERS), authors: [...new Set(told)] }
}

function read(content: Uint8Array, type: DocumentType): { text: string; authors: string[] } {
  if (/opendocument|openxml/.test(type)) return wordsInOffice(content)
  if (type === 'application/pdf') return wordsInPdf(content)
  if (type === 'text/plain') return { text: new TextDecoder().decode(content), authors: [] }
  return { text: new TextDecoder('latin1').decode(content), authors: authorsOfPicture(content) }
}
