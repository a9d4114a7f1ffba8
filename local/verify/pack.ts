import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { INDEX, INDEX_PAGE, type PackIndex, packIndexSchema } from '../../domain/disclosure/index-of-pack.ts'
import type { Names } from '../../domain/disclosure/part.ts'
import type { QuotedHead } from '../../domain/record/chain.ts'
import type { Export } from '../../domain/record/export.ts'
import { replay, type Verification, verifyExport } from '../../domain/record/verify.ts'
import { packFiles } from '../../functions/disclosure/files.ts'

/** `PK`, with which every zip begins. */
export const isPack = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

type Files = Record<string, Uint8Array>

/**
 * Verifies a disclosure pack offline: every file against the index, the record against its chain, and every file once more
 * against what the record makes of it, so that a pack whose index was rewritten with it is found too.
 */
export async function verifyPack(bytes: Uint8Array, quoted?: QuotedHead): Promise<Verification & { says: string[] }> {
  const files = opened(bytes)
  if (typeof files === 'string') return { problems: [files], events: 0, erased: [], says: [] }
  const index = indexOf(files)
  if (typeof index === 'string') return { problems: [index], events: 0, erased: [], says: [] }
  const problems = againstTheIndex(files, index)
  const record = parsed(files['record.json'])
  const verification = verifyExport(record, quoted)
  problems.push(...verification.problems.map((problem) => `record.json: ${problem}`))
  const held =
    verification.problems.length === 0 ? await againstTheRecord(files, index, verification) : { problems: [], says: [] }
  problems.push(...held.problems)
  const count = index.files.length + 2
  const says = [
    `${count} files, each as its hash in ${INDEX} says`,
    `${verification.events} events, chain intact. Head ${verification.head?.sequence}:${verification.head?.hash}`,
    ...held.says,
  ]
  return { ...verification, problems, says }
}

function opened(bytes: Uint8Array): Files | string {
  try {
    return unzipSync(bytes)
  } catch (error) {
    return `it is not a whole zip (${error instanceof Error ? error.message : 'unreadable'})`
  }
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
  return [
    ...listed.flatMap(({ path, sha256 }) => {
      const file = files[path]
      if (!file) return [`${path} is missing`]
      return createHash('sha256').update(file).digest('hex') === sha256
        ? []
        : [`${path} was changed: its hash is another`]
    }),
    ...(files[INDEX_PAGE] ? [] : [`${INDEX_PAGE} is missing`]),
    ...Object.keys(files).flatMap((path) => (names.has(path) ? [] : [`${path} was added: the index does not list it`])),
  ]
}

interface Held {
  problems: string[]
  says: string[]
}

/**
 * The pack is made again from its record and names. A record of which something was erased makes what does not rest on it; the
 * rest is named, for it cannot be held against anything but its hash.
 */
async function againstTheRecord(files: Files, index: PackIndex, { head, erased }: Verification): Promise<Held> {
  const record = parsed(files['record.json']) as Export
  if (index.caseId !== record.caseId || index.head.hash !== head?.hash)
    return { problems: [`${INDEX} speaks of another record than record.json`], says: [] }
  const names = parsed(files['names.json']) as Names
  const made = await madeAgain(record, names)
  const others = index.files.flatMap(({ path }) => {
    const file = files[path]
    const bytes = made.get(path)
    // What is missing has been said.
    return !file || (bytes && Buffer.from(file).equals(bytes)) ? [] : [path]
  })
  const listed = new Set([...index.files.map(({ path }) => path), INDEX, INDEX_PAGE])
  const left = [...made.keys()].filter((path) => !listed.has(path))
  if (erased.length === 0)
    return {
      problems: [
        ...others.map((path) =>
          made.has(path) ? `${path} is not what the record says` : `${path}: the record makes no such file`,
        ),
        ...left.map((path) => `${path} is missing: the record makes it, and the index does not list it`),
      ],
      says: ['every file is what the record makes of it', ...ofTheNames(record, names)],
    }
  const sure = index.files.length - others.length
  return {
    problems: [],
    says: [
      `what was said is erased of event ${erased.join(', ')}. Without it the record still makes ${sure} of the ${index.files.length} files, and they are what it makes of them`,
      ...(others.length > 0
        ? [`these rest, or may rest, on what was erased, and are held against their hashes alone: ${others.join(', ')}`]
        : []),
      ...ofTheNames(record, names),
    ],
  }
}

/** By path; nothing where so much was erased that what is left makes no case. */
async function madeAgain(record: Export, names: Names): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>()
  const left = { ...record, events: record.events.filter(({ payload }) => payload !== null) }
  try {
    const theCase = { ...replay(left), id: record.caseId, head: record.head }
    for await (const { path, bytes } of packFiles({ theCase, record, names })) made.set(path, bytes)
  } catch (error) {
    if (left.events.length === record.events.length) throw error
  }
  return made
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
    `names.json is no part of the record: of its names, letters on the record vouch for ${quoted.size - otherwise.length}, and nothing for the others`,
    ...otherwise.map(
      ([id, name]) => `names.json calls ${id} “${organisations[id]}”; a letter on the record, “${name}”`,
    ),
  ]
}

interface Quoting {
  letter: { names?: Record<string, string> }
}
