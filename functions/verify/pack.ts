import { equalBytes } from '@noble/curves/utils.js'
import { checksInWords } from '../../domain/conflict/checks-in-words.ts'
import { INDEX, INDEX_PAGE, PACK, type PackIndex, packIndexSchema } from '../../domain/disclosure/index-of-pack.ts'
import { type Names, namesSchema } from '../../domain/disclosure/part.ts'
import { RELEASE } from '../../domain/disclosure/release.ts'
import type { QuotedHead } from '../../domain/record/chain.ts'
import type { Export } from '../../domain/record/export.ts'
import { type Verification, verifyExport } from '../../domain/record/verify.ts'
import type { RegisterPast } from '../../domain/register/past.ts'
import { filesLeft, hashOf, indexFiles, type Making, type PackFile } from '../disclosure/files.ts'
import { unpacked } from './unpacked.ts'

/** `PK`, with which every zip begins. */
export const isPack = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

type Files = Record<string, Uint8Array>

/**
 * Verifies a disclosure pack offline: that the archive is its files and nothing else, every file against the index, the record against its chain, and every file once more
 * against what the record makes of it, so that a pack whose index was rewritten with it is found too.
 */
export async function verifyPack(
  bytes: Uint8Array,
  making: Making,
  quoted?: QuotedHead,
  register?: RegisterPast,
): Promise<Verification & { says: string[] }> {
  const opened = unpacked(bytes)
  if ('problems' in opened) return { problems: opened.problems, events: 0, erased: [], says: [] }
  const { files } = opened
  const index = indexOf(files)
  if (typeof index === 'string') return { problems: [index], events: 0, erased: [], says: [] }
  const problems = againstTheIndex(files, index)
  const record = parsed(files['record.json'])
  const verification = verifyExport(record, quoted, register)
  problems.push(...verification.problems.map((problem) => `record.json: ${problem}`))
  const names = namesSchema.safeParse(parsed(files['names.json']))
  if (!names.success) problems.push('names.json does not say which name belongs to which identifier')
  const held =
    names.success && verification.problems.length === 0
      ? await againstTheRecord(files, index, { record: record as Export, names: names.data, verification, making })
      : { problems: [], says: [] }
  problems.push(...held.problems)
  const count = index.files.length + 2
  const checks = register && verification.problems.length === 0 ? checksInWords(record as Export, register) : []
  const says = [`${count} files are there, each with the fingerprint that ${INDEX} gives`, ...held.says, ...checks]
  return { ...verification, problems, says }
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function indexOf(files: Files): PackIndex | string {
  if (!files[INDEX]) return `${INDEX} is missing: without it nothing else can be verified`
  const index = packIndexSchema.safeParse(parsed(files[INDEX]))
  return index.data ?? `${INDEX} is not the index of a disclosure pack`
}

/** Changed, missing and added, by name. */
function againstTheIndex(files: Files, { files: listed }: PackIndex): string[] {
  const names = new Set([...listed.map(({ path }) => path), INDEX, INDEX_PAGE])
  const twice = listed.filter(({ path }, index) => listed.findIndex((one) => one.path === path) < index)
  return [
    ...twice.map(({ path }) => `${path} is listed twice in ${INDEX}`),
    ...listed.flatMap(({ path, sha256, bytes }) => {
      const file = files[path]
      if (!file) return [`${path} is missing`]
      return hashOf(file) === sha256 && file.length === bytes
        ? []
        : [`${path} was changed: its fingerprint or its length is another`]
    }),
    ...(files[INDEX_PAGE] ? [] : [`${INDEX_PAGE} is missing`]),
    ...Object.keys(files).flatMap((path) => (names.has(path) ? [] : [`${path} was added: the index does not list it`])),
  ]
}

interface Source {
  record: Export
  names: Names
  verification: Verification
  making: Making
}

interface Held {
  problems: string[]
  says: string[]
}

/** A page or a PDF, in the words and the style of the release that made it; everything else is data. */
const isPaper = (path: string): boolean => path.endsWith('.html') || path.endsWith('.pdf')

/**
 * What the pack must hold is made again from its record and names. What rests on something that was erased cannot be made: it is
 * named, for it can be held against nothing but its hash; and so are the papers of another release. Everything else must be there,
 * byte for byte, and so must the index.
 */
async function againstTheRecord(
  files: Files,
  index: PackIndex,
  { record, names, verification: { erased, unchecked = [] }, making }: Source,
): Promise<Held> {
  const elsewhere = index.release !== RELEASE
  const isHeld = ({ path }: { path: string }) => !(elsewhere && isPaper(path))
  const left = await filesLeft({ record, names }, making)
  const made = new Map(left.files.map((file) => [file.path, file]))
  const unknown = index.files.filter((file) => isHeld(file) && !made.has(file.path))
  const problems = [
    // What is missing has been said.
    ...index.files.filter(isHeld).flatMap(({ path }) => {
      const [file, again] = [files[path], made.get(path)]
      return !file || !again || equalBytes(file, again.bytes) ? [] : [`${path} is not what the record says`]
    }),
    ...(erased.length === 0 ? unknown.map(({ path }) => `${path}: the record makes no such file`) : []),
    ...left.files
      .filter(isHeld)
      .flatMap(({ path }) =>
        index.files.some((one) => one.path === path)
          ? []
          : [`${path} is missing: the record makes it, and the index does not list it`],
      ),
    ...indexProblems(files, index, { record, title: left.title ?? index.title, made, isHeld }),
  ]
  const held = index.files.filter(isHeld)
  const sure = held.length - unknown.length
  const says =
    erased.length === 0
      ? [elsewhere ? 'all data is what the record makes of it' : 'every file is what the record makes of it']
      : [
          `what was said is erased of event ${erased.join(', ')}. Whatever it was, the record makes ${sure} of the ${held.length} files, and each must be what it makes of it`,
          `these rest, or may rest, on what was erased, and are checked against their fingerprints alone: ${unknown.map(({ path }) => path).join(', ') || 'none'}`,
          ...(unchecked.length > 0
            ? [
                `these events rest on it, or may, and were not held against what came before them: ${unchecked.join(', ')}`,
              ]
            : []),
        ]
  return { problems, says: [...says, ...(elsewhere ? [ofAnother(index)] : []), ...ofTheNames(record, names)] }
}

/** Papers are remade in the words and the style of this release alone. */
function ofAnother({ release, files }: PackIndex): string {
  const papers = files.filter(({ path }) => isPaper(path)).length
  const [by, which] =
    release === undefined
      ? ['its index does not say which release made it', 'the release that made it']
      : [`release ${release} made it`, `release ${release}`]
  return `${by}, and this is release ${RELEASE}: the ${papers + 1} pages and PDFs, which each release makes in its own words and style, are checked against their fingerprints alone. To hold them against the record, verify with ${which}`
}

/** Both indexes once more, from what they list. */
function indexProblems(
  files: Files,
  index: PackIndex,
  {
    record,
    title,
    made,
    isHeld,
  }: {
    record: Export
    title: string
    made: ReadonlyMap<string, PackFile>
    isHeld: (file: { path: string }) => boolean
  },
): string[] {
  const again: PackIndex = {
    ...{ format: PACK, caseId: record.caseId, title, head: record.head },
    ...(index.release !== undefined && { release: index.release }),
    // Hashes and lengths have been held against the files.
    files: index.files.map((one) => ({ ...one, what: (isHeld(one) && made.get(one.path)?.what) || one.what })),
  }
  return indexFiles(again)
    .filter(isHeld)
    .flatMap(({ path, bytes }) => {
      const file = files[path]
      return !file || equalBytes(file, bytes) ? [] : [`${path} is not the index of these files`]
    })
}

/** The record holds identifiers: no chain vouches for the names behind them, but for those that letters have quoted. */
function ofTheNames({ events }: Export, { organisations }: Names): string[] {
  const quoted = new Map<string, string>()
  for (const { entry, payload } of events)
    if (entry.type === 'LetterWritten')
      for (const [id, name] of Object.entries((payload?.data as Quoting | undefined)?.letter.names ?? {}))
        quoted.set(id, name)
  const otherwise = [...quoted].filter(([id, name]) => organisations[id] !== name)
  return [
    `names.json is not part of the record: letters on the record vouch for ${quoted.size - otherwise.length} of its names, and nothing for the others`,
    ...otherwise.map(
      ([id, name]) => `names.json calls ${id} “${organisations[id]}”; a letter on the record, “${name}”`,
    ),
  ]
}

interface Quoting {
  letter: { names?: Record<string, string> }
}
