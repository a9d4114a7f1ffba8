import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { contentsOf, partsLeft } from '../../domain/disclosure/contents.ts'
import { INDEX, INDEX_PAGE, PACK, type PackIndex } from '../../domain/disclosure/index-of-pack.ts'
import type { Disclosed, Part } from '../../domain/disclosure/part.ts'
import { RELEASE } from '../../domain/disclosure/release.ts'
import { heading, link, type Paper, table, words } from '../../domain/paper/paper.ts'
import { replayLeft } from '../../domain/record/left.ts'
import { htmlOf } from '../papers/html.ts'
import { pdfOf } from '../papers/pdf.ts'
import type { Typefaces } from '../papers/typefaces.ts'

export interface PackFile {
  path: string
  what: string
  bytes: Uint8Array
}

const text = (of: string): Uint8Array => new TextEncoder().encode(of)

/** With its keys in order, so that the same data gives the same bytes, no matter what wrote it. */
const ordered = <T>(value: T): T => JSON.parse(canonicalize(value) ?? 'null') as T
const json = (value: unknown): Uint8Array => text(`${JSON.stringify(ordered(value), null, 2)}\n`)

/**
 * What the pack is made from: the case as its record makes it; where something was erased, what rests on that as it is kept,
 * and everything else as the record makes it.
 */
function disclosed({ theCase, record, names }: Disclosed): Disclosed {
  const { state } = replayLeft(record)
  return {
    theCase: ordered({ ...theCase, ...state, id: record.caseId, head: record.head }),
    record: ordered(record),
    names,
  }
}

async function filesOf(part: Part, typefaces: Typefaces): Promise<PackFile[]> {
  const { path, what } = part
  if ('data' in part) return [{ path, what, bytes: json(part.data) }]
  return [
    { path: `${path}.html`, what: `${what}, as a page`, bytes: text(htmlOf(part.paper)) },
    { path: `${path}.pdf`, what: `${what}, as a PDF`, bytes: await pdfOf(part.paper, part.datedAt, typefaces) },
  ]
}

/** Every file of a pack, one after the other; the two indexes come last, when all hashes are known. */
export async function* packFiles(source: Disclosed, typefaces: Typefaces): AsyncGenerator<PackFile> {
  const from = disclosed(source)
  const files: PackIndex['files'] = []
  for (const part of contentsOf(from)) {
    for (const file of await filesOf(part, typefaces)) {
      files.push(listed(file))
      yield file
    }
  }
  const { id, head, proposal } = from.theCase
  yield* indexFiles({ format: PACK, caseId: id, title: proposal.form.title, release: RELEASE, head, files })
}

/** SHA-256, in hex. */
export const hashOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** A file as the index lists it. */
export const listed = ({ path, what, bytes }: PackFile): PackIndex['files'][number] => ({
  ...{ path, what, bytes: bytes.length },
  sha256: hashOf(bytes),
})

/** The index as data and for reading. */
export const indexFiles = (index: PackIndex): PackFile[] => [
  { path: INDEX_PAGE, what: 'What is in this pack', bytes: text(htmlOf(indexPaper(index))) },
  { path: INDEX, what: 'What is in this pack, with the hash of every file', bytes: json(index) },
]

/** The files that every true copy of a pack holds, whatever an erased event said. */
export async function filesLeft(
  { record, names }: Omit<Disclosed, 'theCase'>,
  { typefaces, made }: Making,
): Promise<Left> {
  const { state, resting } = replayLeft(record)
  const theCase = { ...ordered(state), id: record.caseId, head: record.head } as Disclosed['theCase']
  const files: PackFile[] = []
  const parts = [...partsLeft({ theCase, record, names }, resting)]
  for (const [index, part] of parts.entries()) {
    files.push(...(await filesOf(part, typefaces)))
    made?.(index + 1, parts.length)
  }
  const title = state.proposal?.form.title
  return { files, ...(title !== undefined && { title }) }
}

export interface Making {
  typefaces: Typefaces
  /** Told after each part, for whoever waits. */
  made?: (parts: number, of: number) => void
}

interface Left {
  files: PackFile[]
  /** Undefined where it was erased. */
  title?: string
}

/** The index for reading. */
export const indexPaper = ({ title, release, files, head }: PackIndex): Paper => ({
  title: `Disclosure pack: ${title}`,
  about: 'Everything the decision is based on',
  blocks: [
    words(
      'Verify it offline with `npm run verify -- pack.zip`. It checks every file against its hash here, the record against its own chain, and every other file against what the record says. Add `--head SEQUENCE:HASH` with a head that somebody kept.',
    ),
    ...(release === undefined
      ? []
      : [
          words(
            `Release ${release} made it. Another release may word or set its pages and PDFs otherwise: it checks the record and all data, and says that the papers are to be checked with release ${release}.`,
          ),
        ]),
    heading('Files'),
    ...files.filter(({ path }) => path.endsWith('.html')).map(({ path, what }) => link(what, path)),
    ...table(
      'Every file, with the SHA-256 of its bytes',
      ['File', 'What it is', 'Bytes', 'SHA-256'],
      files.map(({ path, what, bytes, sha256 }) => [path, what, String(bytes), sha256]),
    ),
  ],
  head,
})
