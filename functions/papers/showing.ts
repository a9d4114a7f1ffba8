import type PDFDocument from 'pdfkit'
import type { Paper } from '../../domain/paper/paper.ts'
import type { Typefaces } from './typefaces.ts'

type Pdf = InstanceType<typeof PDFDocument>
type Font = 'regular' | 'bold'

/** A text as it can be set, and in what. */
interface Shown {
  text: string
  font: Font | 'wider'
}
export type Showing = (text: string, font: Font) => Shown

/** What stands for what no typeface here has: an empty box would name nobody. */
export const NOT_SHOWN = '[not shown here: see the page]'

/** Signs that the wider typeface lacks, as they are written without them. */
const signs: Record<string, string> = { '→': '->', '←': '<-', '≤': '<=', '≥': '>=', '≠': '!=', '−': '-' }

/** Letters of these scripts are set one after the other as they are; others join, or run from right to left. */
const setAsWritten = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]$/u
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/**
 * How each text of a paper is set: in its own typeface, and in a wider one where that lacks a letter, which is looked at only then.
 * What neither has is said to be missing. The page and the data have it.
 */
export async function showing(pdf: Pdf, paper: Paper, typefaces: Typefaces): Promise<Showing> {
  pdf.registerFont('regular', typefaces.regular)
  pdf.registerFont('bold', typefaces.bold)
  const own = lettersOf(pdf, 'regular')
  if (lacking(JSON.stringify(paper), own).length === 0) return (text, font) => ({ text, font })
  pdf.registerFont('wider', await typefaces.wider())
  const wider = lettersOf(pdf, 'wider')
  return (text, font) => {
    const composed = text.normalize('NFC').replaceAll(invisible, '')
    if (lacking(composed, own).length === 0) return { text: composed, font }
    return { text: withGaps(composed, wider), font: 'wider' }
  }
}

/** Whether a typeface has a letter. The library keeps what it knows of the one that it sets in. */
function lettersOf(pdf: Pdf, name: string): (letter: string) => boolean {
  pdf.font(name)
  const { font } = (pdf as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font
  const known = new Map<string, boolean>()
  return (letter) => {
    const has = known.get(letter) ?? font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
    known.set(letter, has)
    return has
  }
}

const lacking = (text: string, has: (letter: string) => boolean): string[] =>
  [...new Set(text)].filter((letter) => letter >= ' ' && !(has(letter) && setAsWritten.test(letter)))

/** Each run of what cannot be set, words and all, is one gap. */
function withGaps(text: string, has: (letter: string) => boolean): string {
  const missing = new Set(lacking(text, has))
  const parts: string[] = []
  for (const letter of text) {
    const last = parts.at(-1)
    if (!missing.has(letter)) parts.push(letter)
    else if (signs[letter] !== undefined) parts.push(signs[letter])
    else if (last?.trim() === '' && parts.at(-2) === NOT_SHOWN) parts.pop()
    else if (last !== NOT_SHOWN) parts.push(NOT_SHOWN)
  }
  return parts.join('')
}
