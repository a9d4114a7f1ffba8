import { equalBytes } from '@noble/curves/utils.js'
import { END, ENTRY, HEADER } from '../../domain/tender/zip-directory.ts'

/** A file as it lies in an archive. */
export interface Packed {
  path: string
  /** As it is, and not compressed. */
  stored: boolean
  /** How long it is once unpacked, as the directory says. */
  bytes: number
  packed: Uint8Array
}

/** What follows a file whose length was not known before it (PKWARE APPNOTE 6.3.10: 4.3.9). */
const DESCRIPTOR = { signature: 0x08074b50, bytes: 16 }

/**
 * The files of a zip, and what is in it besides them. Readers of zips differ in what they show of one with two files of a name, with a file that
 * the directory does not list, or with a header that says something else than the directory. So the archive must be its files, one
 * after the other, each with the header and the name that the directory gives it, then the directory, and nothing else.
 */
export function layoutOf(archive: Uint8Array): { problems: string[]; files: Packed[] } {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.length - END.bytes
  if (end < 0 || view.getUint32(end, true) !== END.signature)
    return wrong(
      'it is not a whole zip, or there is something after its list of files: verify the pack as it was downloaded',
    )
  const directory = view.getUint32(end + 16, true)
  if (directory + view.getUint32(end + 12, true) !== end) return wrong('its list of files is not where it should be')
  const problems: string[] = []
  const files: Packed[] = []
  const names = new Set<string>()
  let at = 0
  let entry = directory
  while (entry + ENTRY.bytes <= end && view.getUint32(entry, true) === ENTRY.signature) {
    const named = view.getUint16(entry + 28, true)
    const name = archive.subarray(entry + ENTRY.bytes, entry + ENTRY.bytes + named)
    const path = new TextDecoder().decode(name)
    if (names.has(path)) problems.push(`${path} is in it twice`)
    names.add(path)
    const facts = archive.subarray(entry + 6, entry + 28)
    const file = fileOf(facts, name, view.getUint32(entry + 20, true))
    if (view.getUint32(entry + 42, true) !== at)
      problems.push(`there is something before ${path} that its list of files does not name`)
    const from = view.getUint32(entry + 42, true)
    const header = archive.subarray(from, from + file.header.length)
    const after = archive.subarray(from + file.length - file.after.length, from + file.length)
    const plain = archive.subarray(entry + 30, entry + 42).every((byte) => byte === 0)
    if (!equalBytes(header, file.header) || !equalBytes(after, file.after) || !plain)
      problems.push(`what stands around ${path} is not what its list of files says`)
    const begins = from + file.header.length
    files.push({
      path,
      stored: view.getUint16(entry + 10, true) === 0,
      bytes: view.getUint32(entry + 24, true),
      packed: archive.subarray(begins, begins + view.getUint32(entry + 20, true)),
    })
    at = from + file.length
    entry += ENTRY.bytes + named
  }
  if (at !== directory || entry !== end) problems.push('there is something in it that is none of its files')
  return { problems, files }
}

const wrong = (problem: string) => ({ problems: [problem], files: [] })

/** What stands before a file and after it, and how long it is with that; from what its entry says of it. */
function fileOf(facts: Uint8Array, name: Uint8Array, bytes: number) {
  const [flags = 0] = facts.subarray(2)
  const described = (flags & 8) !== 0
  const header = new Uint8Array(HEADER.bytes + name.length)
  const view = new DataView(header.buffer)
  view.setUint32(0, HEADER.signature, true)
  // Its checksum and lengths are behind it where they were not known before.
  header.set(described ? facts.subarray(0, 10) : facts, 4)
  view.setUint16(26, name.length, true)
  header.set(name, HEADER.bytes)
  const after = new Uint8Array(described ? DESCRIPTOR.bytes : 0)
  if (described) {
    new DataView(after.buffer).setUint32(0, DESCRIPTOR.signature, true)
    after.set(facts.subarray(10), 4)
  }
  return { header, after, length: header.length + bytes + after.length }
}
