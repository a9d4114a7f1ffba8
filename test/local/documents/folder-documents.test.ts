import { open, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { folderDocuments } from '../../../local/documents/folder-documents.ts'
import { temporaryFolder } from '../temporary-folder.ts'

async function* parts(...all: Uint8Array[]) {
  yield* all
}

describe('documents in a folder', () => {
  test('come back byte for byte, and the last one put counts', async () => {
    const documents = folderDocuments(await temporaryFolder())
    const bytes = new Uint8Array(70_000).map((_, index) => index % 251)
    await documents.put('cases/c1/tender-1', new Uint8Array([1]))
    await documents.put('cases/c1/tender-1', bytes)
    await documents.put('cases/c1', new Uint8Array())
    expect(await documents.get('cases/c1/tender-1')).toEqual(bytes)
    expect(await documents.get('cases/c1')).toEqual(new Uint8Array())
  })

  test('of many parts are whole though the disk takes less of a part at once than it is given', async () => {
    const folder = await temporaryFolder()
    await using handle = await open(join(folder, 'any'), 'w')
    const { write } = handle
    const half = vi.spyOn(Object.getPrototypeOf(handle), 'write').mockImplementation(function (
      this: unknown,
      ...given
    ) {
      const [bytes, offset, length, position] = given as [Uint8Array, number?, number?, (number | null)?]
      return Reflect.apply(write, this, [bytes, offset ?? 0, Math.ceil((length ?? bytes.length) / 2), position ?? null])
    })
    onTestFinished(() => half.mockRestore())
    const documents = folderDocuments(join(folder, 'documents'))
    const first = new Uint8Array(5 * 1024 * 1024).map((_, index) => index % 251)
    await documents.putParts('cases/c1/pack', parts(first, new Uint8Array([5])))
    expect(Buffer.concat([first, new Uint8Array([5])]).equals(await documents.get('cases/c1/pack'))).toBe(true)
  })

  test('of parts that S3 would not put together are refused, and nothing is left of them', async () => {
    const folder = await temporaryFolder()
    const small = parts(new Uint8Array(5 * 1024 * 1024 - 1), new Uint8Array([5]))
    await expect(folderDocuments(folder).putParts('pack', small)).rejects.toMatchObject({ name: 'EntityTooSmall' })
    expect(await readdir(folder)).toEqual([])
  })

  test('that are not there are called so', async () => {
    const documents = folderDocuments(await temporaryFolder())
    await expect(documents.get('cases/c1')).rejects.toMatchObject({ name: 'DocumentNotFound' })
    await documents.put('cases', new Uint8Array([1]))
    await expect(documents.get('cases.document/c1')).rejects.toMatchObject({ name: 'DocumentNotFound' })
  })

  test.each([
    '../secret',
    '/etc/passwd',
    'a/../../b',
    'a//b',
    '',
    '.hidden',
    'a/.b',
    'a\\b',
    'a\0b',
    'ä',
    `${'a/'.repeat(300)}b`,
  ])('under the key %j are neither written nor read', async (key) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'secret.document'), 'x')
    const documents = folderDocuments(join(folder, 'documents'))
    await expect(documents.put(key, new Uint8Array([1]))).rejects.toThrow('A document key')
    await expect(documents.get(key)).rejects.toThrow('A document key')
    expect(await readdir(folder)).toEqual(['secret.document'])
  })
})
