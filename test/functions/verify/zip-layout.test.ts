import { strToU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { zipped } from '../../../functions/disclosure/zip.ts'
import { verifyPack } from '../../../functions/verify/pack.ts'
import { unpacked } from '../../../functions/verify/unpacked.ts'
import { layoutOf } from '../../../functions/verify/zip-layout.ts'
import { archived } from '../../archived.ts'

const besidesItsFiles = (archive: Uint8Array): string[] => layoutOf(archive).problems

const files = { 'index.html': strToU8('<p>As it was.</p>'.repeat(20)), 'prices.json': strToU8('{"pence":1}') }
const asMade = async (): Promise<Buffer> => {
  const entries = (async function* () {
    for (const [path, bytes] of Object.entries(files)) yield { path, what: path, bytes }
  })()
  return Buffer.from(await new Response(zipped(entries)).arrayBuffer())
}

/** An archive taken apart: its files, its directory, and where that is said. */
function parts(archive: Buffer) {
  const end = archive.length - 22
  const directory = archive.readUInt32LE(end + 16)
  return { of: archive.subarray(0, directory), directory: archive.subarray(directory, end), end: archive.subarray(end) }
}

/** Put together again: all offsets fit. */
function together({ of, directory, end }: { of: Buffer; directory: Buffer; end: Buffer }, count: number): Buffer {
  const last = Buffer.from(end)
  last.writeUInt16LE(count, 8)
  last.writeUInt16LE(count, 10)
  last.writeUInt32LE(directory.length, 12)
  last.writeUInt32LE(of.length, 16)
  return Buffer.concat([of, directory, last])
}

/** The directory of what stands that much later. */
function moved(directory: Buffer, by: number): Buffer {
  const later = Buffer.from(directory)
  for (let at = 0; at < later.length; at += 46 + later.readUInt16LE(at + 28))
    later.writeUInt32LE(later.readUInt32LE(at + 42) + by, at + 42)
  return later
}

describe('a pack is its files and nothing else', () => {
  test('as it is made, and as another writes it plainly', async () => {
    expect(besidesItsFiles(await asMade())).toEqual([])
    expect(besidesItsFiles(archived(files))).toEqual([])
    expect(besidesItsFiles(archived(files, { level: 0 }))).toEqual([])
  })

  const forged = Buffer.from(archived({ 'index.html': strToU8('<p>Forged.</p>') }))

  test('with a second file of a name, which another reader would show', async () => {
    const made = parts(await asMade())
    const other = parts(forged)
    const two = together(
      {
        of: Buffer.concat([other.of, made.of]),
        directory: Buffer.concat([other.directory, moved(made.directory, other.of.length)]),
        end: made.end,
      },
      3,
    )
    expect(Object.keys(unzipSync(two))).toEqual(Object.keys(files))
    expect(besidesItsFiles(two)).toEqual(['index.html is in it twice'])
    expect((await verifyPack(two, { typefaces: {} as never })).problems).toContain(
      'the archive is not as it was made: index.html is in it twice',
    )
  })

  test('with a file that its directory does not list, before the others or after them', async () => {
    const made = parts(await asMade())
    const { of } = parts(forged)
    const before = { ...made, of: Buffer.concat([of, made.of]), directory: moved(made.directory, of.length) }
    expect(besidesItsFiles(together(before, 2))).toEqual([
      'there is something before index.html that its list of files does not name',
    ])
    expect(besidesItsFiles(together({ ...made, of: Buffer.concat([made.of, of]) }, 2))).toEqual([
      'there is something in it that is none of its files',
    ])
  })

  test('with a comment, other names in its headers, or attributes', async () => {
    const made = await asMade()
    const noted = Buffer.concat([made, Buffer.from('see the other pack')])
    noted.writeUInt16LE(18, made.length - 2)
    expect(besidesItsFiles(noted)).toEqual([expect.stringContaining('after its list of files')])
    const { of } = parts(made)
    // The name and the time in a header, the lengths behind a file, and what an entry says of its kind.
    for (const at of [31, 10, of.indexOf('PK\x07\x08') + 6, of.length + 38]) {
      const changed = Buffer.from(made)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(besidesItsFiles(changed)).toEqual(['what stands around index.html is not what its list of files says'])
    }
  })

  test('and is never a crash, wherever a byte is changed', async () => {
    const made = await asMade()
    for (let at = 0; at < made.length; at += 1) {
      const changed = Buffer.from(made)
      changed.writeUInt8(0xff - changed.readUInt8(at), at)
      expect(Array.isArray(besidesItsFiles(changed))).toBe(true)
    }
    expect(besidesItsFiles(new Uint8Array(5))).toHaveLength(1)
  })

  test('unpacks to them, and never to more than it says', async () => {
    const texts = (found: ReturnType<typeof unpacked>) => ('files' in found ? found.files : found)
    expect(texts(unpacked(await asMade()))).toEqual(files)
    expect(texts(unpacked(archived(files, { level: 0 })))).toEqual(files)
    const bomb = Buffer.from(archived({ 'record.json': new Uint8Array(3_000_000) }))
    const entry = bomb.readUInt32LE(bomb.length - 22 + 16)
    const saying = (bytes: number) => {
      const lying = Buffer.from(bomb)
      lying.writeUInt32LE(bytes, entry + 24)
      lying.writeUInt32LE(bytes, 22)
      return unpacked(lying)
    }
    expect(saying(4_000_000_000)).toEqual({ problems: [expect.stringContaining('it was not unpacked')] })
    expect(saying(10)).toEqual({
      problems: [expect.stringContaining('does not unpack to what its list of files says')],
    })
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`${at}`, new Uint8Array()]))
    expect(unpacked(archived(many, { level: 0 }))).toEqual({ problems: [expect.stringContaining('files: 5001')] })
  })
})
