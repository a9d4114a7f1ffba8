import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { INDEX, INDEX_PAGE, type PackIndex, packIndexSchema } from '../../domain/disclosure/index-of-pack.ts'
import type { Names } from '../../domain/disclosure/part.ts'
import type { QuotedHead } from '../../domain/record/chain.ts'
import { type Export, replay, type Verification, verifyExport } from '../../domain/record/verify.ts'
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
  if (verification.problems.length === 0) problems.push(...(await againstTheRecord(files, index, verification)))
  const count = index.files.length + 2
  const erased = verification.erased.length > 0
  const says = [
    `${count} files, each as its hash in ${INDEX} says`,
    `${verification.events} events, chain intact. Head ${verification.head?.sequence}:${verification.head?.hash}`,
    erased
      ? `what was said is erased of event ${verification.erased.join(', ')}: the other files are held against their hashes alone`
      : 'every file is what the record makes of it',
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

/** The pack is made again from its record and names; an erased record can no longer make it. */
async function againstTheRecord(files: Files, index: PackIndex, { state, head }: Verification): Promise<string[]> {
  const record = parsed(files['record.json']) as Export
  if (index.caseId !== record.caseId || index.head.hash !== head?.hash)
    return [`${INDEX} speaks of another record than record.json`]
  if (!state) return []
  const names = parsed(files['names.json']) as Names
  const theCase = { ...replay(record), id: record.caseId, head: record.head }
  const problems: string[] = []
  const made = new Set<string>()
  for await (const { path, bytes } of packFiles({ theCase, record, names })) {
    made.add(path)
    const file = files[path]
    if (file && !Buffer.from(file).equals(bytes)) problems.push(`${path} is not what the record says`)
  }
  for (const { path } of index.files) if (!made.has(path)) problems.push(`${path}: the record makes no such file`)
  return problems
}
