import { strFromU8, unzipSync } from 'fflate'
import type { DocumentType } from '../tender/document-type.ts'

/** A file of Office or OpenDocument unpacks to so much at most; what is larger is not looked into. */
const MOST_UNPACKED = 50_000_000

/** So much of a document's words is looked through, some thousand pages: whoever answers sees all of it anyway. */
const MOST_CHARACTERS = 2_000_000

/** Where formats say who wrote a document: OOXML and OpenDocument (Dublin Core), PDF (ISO 32000-1, 14.3.3), and XMP. */
const authorPatterns = [
  /<(?:dc:creator|meta:initial-creator|cp:lastModifiedBy|Company|Manager)>([^<]+)</g,
  /\/Author\s*\(((?:\\.|[^()\\])+)\)/g,
  /<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>([^<]+)</g,
  /<pdf:Author>([^<]+)</g,
]

/**
 * The words of a document, as far as they can be read without its program, and who it says wrote it. A PDF's compressed
 * pages are not read: what nobody looks at is its properties, which are.
 */
export function wordsIn(content: Uint8Array, type: DocumentType): { text: string; authors: string[] } {
  const zipped = /opendocument|openxml/.test(type)
  const raw = zipped ? unpacked(content) : new TextDecoder(type === 'text/plain' ? 'utf-8' : 'latin1').decode(content)
  // Properties of a PDF may be in UTF-16: a zero byte before each letter.
  const plain = zipped || type === 'text/plain' ? raw : raw.replaceAll('\0', '')
  const authors = authorPatterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(([, author = '']) => author.trim()),
  )
  return {
    // What Office splits over several runs is one word again.
    text: (zipped ? withoutTags(plain) : plain).slice(0, MOST_CHARACTERS),
    authors: [...new Set(authors.map((author) => author.replace(/^þÿ/, '')).filter((author) => author !== ''))],
  }
}

/** Each character is looked at once: a pattern would look for the end of every tag that has none. */
export function withoutTags(xml: string): string {
  const parts: string[] = []
  let from = 0
  for (;;) {
    const opens = xml.indexOf('<', from)
    const closes = opens < 0 ? -1 : xml.indexOf('>', opens)
    if (closes < 0) break
    parts.push(xml.slice(from, opens))
    from = closes + 1
  }
  return [...parts, xml.slice(from)].join('')
}

function unpacked(content: Uint8Array): string {
  let bytes = 0
  try {
    const files = unzipSync(content, {
      filter: ({ name, originalSize }) => {
        bytes += originalSize
        return name.endsWith('.xml') && bytes <= MOST_UNPACKED
      },
    })
    return Object.values(files)
      .map((file) => strFromU8(file))
      .join('\n')
  } catch {
    return ''
  }
}
