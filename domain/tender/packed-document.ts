import type { DocumentType } from './document-type.ts'
import { type Packed, readPacked } from './zip-directory.ts'

/** Without these an Office or OpenDocument file is none (ECMA-376-2, 7.2.3; OpenDocument 1.3, part 2, 2.2.1). */
const needed = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['[Content_Types].xml'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['[Content_Types].xml'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['[Content_Types].xml'],
  'application/vnd.oasis.opendocument.text': ['META-INF/manifest.xml', 'content.xml'],
  'application/vnd.oasis.opendocument.spreadsheet': ['META-INF/manifest.xml', 'content.xml'],
} as const satisfies Partial<Record<DocumentType, string[]>>

export const isPacked = (type: DocumentType): type is keyof typeof needed => type in needed

/** Macros of Office (MS-OVBA), old and new, and its controls; macros and scripts of OpenDocument. */
const programs = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|\/(?:macrosheets|activeX)\/|^(?:Basic|Scripts)\/./i

const CUT = 'It is damaged, or was cut off when it was saved or copied. Save it again'
export const LOCKED = 'It is protected with a password. Save it without one'
const PROGRAM = 'It carries macros or other programs. Save it without them, or as a PDF'

/**
 * Why nobody could read an Office or OpenDocument file, or should not.
 * @param entries what its archive holds; undefined where that cannot be told
 * @param content the file from a place on
 */
export async function faultOfPacked(
  type: keyof typeof needed,
  entries: readonly Packed[] | undefined,
  content: (from: number) => ReadableStream<Uint8Array>,
): Promise<string | undefined> {
  if (!entries) return CUT
  if (entries.some(({ encrypted }) => encrypted)) return LOCKED
  if (entries.some(({ name }) => programs.test(name))) return PROGRAM
  const found = needed[type].map((name) => entries.find((entry) => entry.name === name))
  if (found.includes(undefined)) return CUT
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml')
  if (!manifest) return undefined
  const said = await readPacked(manifest, content)
  if (said === undefined) return CUT
  // A file with a password says with what each part is encrypted (OpenDocument 1.3, part 2, 4.4). In UTF-16 it says it, too.
  return said.replaceAll('\0', '').includes('encryption-data') ? LOCKED : undefined
}
