import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Attached } from '../../../domain/tender/document.ts'
import type { DocumentType } from '../../../domain/tender/document-type.ts'
import { sha256Hex } from '../../../domain/tender/envelope.ts'
import { newDocumentSeal, sealChunk } from '../../../domain/tender/seal.ts'
import {
  CHUNK_BYTES,
  type DocumentBinding,
  hashOf,
  type SealedDocument,
  sealedDocumentSchema,
} from '../../../domain/tender/sealed-document.ts'
import type { Deps } from '../../../functions/runtime/deps.ts'
import { openDocument } from '../../../functions/steps/open-document.ts'
import type { Unwrap } from '../../../functions/steps/unwrap.ts'
import { chunkKey } from '../../../functions/store/chunk-store.ts'
import { folderDocuments } from '../../../local/documents/folder-documents.ts'
import { folderSealedTenders } from '../../../local/documents/folder-sealed-tenders.ts'
import { testSignatureOnly } from '../../../local/documents/test-signature.ts'
import { uploadAddresses } from '../../../local/documents/upload-addresses.ts'
import { folderTenderKeys } from '../../../local/tender-keys/folder-tender-keys.ts'
import { temporaryFolder } from '../../local/temporary-folder.ts'

const KEY = 'c0123456789ab-1'
const whose = { caseId: 'c0123456789ab', round: 1, organisationId: 'harbour', kind: 'quality' as const }
let folder: string
let deps: Pick<Deps, 'sealedTenders' | 'documents' | 'malware' | 'tenderKeys'>
let tenderKeys: Deps['tenderKeys']
let publicKey: string
const unwrap: Unwrap = (wrapped) => deps.tenderKeys.unwrapQuality(KEY, wrapped)

// Making key pairs takes longest: one tender's serve all tests.
beforeAll(async () => {
  const keys = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  tenderKeys = folderTenderKeys(keys)
  return () => rm(keys, { recursive: true, force: true })
})

beforeEach(async () => {
  folder = await temporaryFolder()
  deps = {
    sealedTenders: folderSealedTenders(join(folder, 'sealed'), uploadAddresses(Date.now)),
    documents: folderDocuments(join(folder, 'documents')),
    malware: testSignatureOnly(join(folder, 'documents')),
    tenderKeys,
  }
  publicKey = (await deps.tenderKeys.make(KEY)).quality
})

const text = (words: string) => new TextEncoder().encode(words)

/** A document sealed and stored as a bidder's client does it, in chunks of the size that it uses or of another. */
async function stored(bytes: Uint8Array<ArrayBuffer>, type: DocumentType = 'text/plain', size = CHUNK_BYTES) {
  const { id, key, wrappedKey } = await newDocumentSeal(publicKey)
  const binding: DocumentBinding = { ...whose, documentId: id }
  const chunks: SealedDocument['chunks'] = []
  const of = Math.max(1, Math.ceil(bytes.length / size))
  for (let index = 0; index < of; index += 1) {
    const part = bytes.slice(index * size, (index + 1) * size)
    const { ciphertext, chunk } = await sealChunk({ key }, part, binding, { index, of })
    await deps.sealedTenders.put(chunkKey(whose, id, index, chunk), ciphertext)
    chunks.push(chunk)
  }
  const sealed: SealedDocument = { id, wrappedKey, chunks, sha256: await hashOf(chunks) }
  const attached: Attached = {
    ...{ id, name: 'Plan', type, bytes: bytes.length, sha256: await sha256Hex(bytes), confidential: false },
  }
  return { binding, sealed, attached }
}
type Stored = Awaited<ReturnType<typeof stored>>

const opened = ({ binding, sealed, attached }: Stored) => openDocument(deps, unwrap, binding, sealed, attached)
const failed = (reason: string) => ({ outcome: 'failed', name: 'Plan', reason: expect.stringContaining(reason) })
const fileOf = ({ binding, sealed }: Stored, index: number) => {
  const chunk = sealed.chunks[index] ?? { sha256: '' }
  return join(folder, 'sealed', `${chunkKey(whose, binding.documentId, index, chunk)}.document`)
}

/** Three chunks of text, no two alike. */
const long = () => {
  const bytes = new Uint8Array(2 * CHUNK_BYTES + 1000).fill(97)
  for (let at = 0; at < bytes.length; at += 10_007) bytes[at] = 98 + (at % 20)
  return bytes
}

describe('a sealed document (requirements §6)', () => {
  test('comes out as it went in, and nothing of it lies readable beside its ciphertext', async () => {
    const marker = text('MARKER-7f3a in the clear')
    const one = await stored(marker)
    for (const file of await readdir(join(folder, 'sealed'), { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(await readFile(join(file.parentPath, file.name), 'latin1')).not.toContain('MARKER-7f3a')
    const outcome = await opened(one)
    expect(outcome).toMatchObject({ outcome: 'opened', bytes: marker.length, malware: 'not looked for' })
    const { documentKey } = outcome as { documentKey: string }
    expect(await deps.documents.get(documentKey)).toEqual(marker)
  })

  test('of several chunks is put together in order, and read again in any range', async () => {
    const bytes = long()
    const outcome = await opened(await stored(bytes))
    expect(outcome).toMatchObject({ outcome: 'opened', bytes: bytes.length })
    const { documentKey } = outcome as { documentKey: string }
    const range = { from: CHUNK_BYTES - 5, bytes: 10 }
    expect(await deps.documents.getRange(documentKey, range)).toEqual(bytes.slice(CHUNK_BYTES - 5, CHUNK_BYTES + 5))
  })
})

describe('what is wrong with a document is found at the opening and named', () => {
  test('one byte changed in the storage', async () => {
    const one = await stored(long())
    const bytes = await readFile(fileOf(one, 1))
    bytes[12_345] = (bytes[12_345] ?? 0) ^ 1
    await writeFile(fileOf(one, 1), bytes)
    expect(await opened(one)).toMatchObject(failed('Part 2 of 3 is not what was uploaded: its hash differs'))
    expect(await readdir(join(folder, 'documents'), { recursive: true })).not.toContainEqual(
      expect.stringContaining('.document'),
    )
  })

  test('a chunk that is gone', async () => {
    const one = await stored(long())
    const { chunks } = one.sealed
    const gone = {
      ...one.sealed,
      chunks: chunks.map((chunk, index) => (index === 2 ? { ...chunk, sha256: '0'.repeat(64) } : chunk)),
    }
    expect(await opened({ ...one, sealed: gone })).toMatchObject(failed('Part 3 of 3 is not where it was kept'))
  })

  test('chunks that have changed places', async () => {
    const one = await stored(long())
    const [a, b, c] = one.sealed.chunks
    if (!a || !b || !c) throw new Error('There are three.')
    for (const [index, chunk] of [b, a, c].entries()) {
      const from = [1, 0, 2][index] ?? 0
      await writeFile(
        join(folder, 'sealed', `${chunkKey(whose, one.sealed.id, index, chunk)}.document`),
        await readFile(fileOf(one, from)),
      )
    }
    expect(await opened({ ...one, sealed: { ...one.sealed, chunks: [b, a, c] } })).toMatchObject(
      failed('Part 1 of 3 could not be opened: it was not sealed for this place'),
    )
  })

  test('a document that was cut after a chunk', async () => {
    const one = await stored(long())
    const cut = { ...one.sealed, chunks: one.sealed.chunks.slice(0, 2) }
    expect(await opened({ ...one, sealed: cut })).toMatchObject(failed('Part 1 of 2 could not be opened'))
  })

  test('chunks too small to be put together by S3: refused when they are submitted, and a fault, should they come so far', async () => {
    const one = await stored(text('twenty bytes of text'), 'text/plain', 10)
    expect(sealedDocumentSchema.safeParse(one.sealed).error?.issues).toMatchObject([
      { path: ['chunks'], message: 'Each chunk but the last must have 8388624 bytes' },
    ])
    expect(await opened(one)).toMatchObject(failed('Part 1 of 2 is smaller than a part may be'))
    expect(sealedDocumentSchema.safeParse((await stored(long())).sealed).success).toBe(true)
  })

  test('a chunk moved here from another document', async () => {
    const [one, other] = [await stored(text('one')), await stored(text('two'))]
    const [theirs] = other.sealed.chunks
    if (!theirs) throw new Error('There is one.')
    await writeFile(
      join(folder, 'sealed', `${chunkKey(whose, one.sealed.id, 0, theirs)}.document`),
      await readFile(fileOf(other, 0)),
    )
    const mixed = { ...one.sealed, wrappedKey: other.sealed.wrappedKey, chunks: [theirs] }
    expect(await opened({ ...one, sealed: mixed })).toMatchObject(failed('not sealed for this place in this document'))
  })

  test('sealed with the key of the other half, or of another tender', async () => {
    for (const wrong of [(await deps.tenderKeys.make(KEY)).price, (await deps.tenderKeys.make('other')).quality]) {
      publicKey = wrong
      expect(await opened(await stored(text('x')))).toMatchObject(failed('Its key could not be unwrapped'))
    }
  })

  test('another content than the bidder said', async () => {
    const one = await stored(text('x'))
    const other = { ...one.attached, sha256: '0'.repeat(64) }
    expect(await opened({ ...one, attached: other })).toMatchObject(failed('not what the bidder sealed'))
  })

  test.each<[string, Uint8Array<ArrayBuffer>, DocumentType, string]>([
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0]), 'application/pdf', 'Use one of: PDF'],
    ['bytes of no kind', new Uint8Array([0, 1, 2, 3, 0xff]), 'text/plain', 'in an unknown format'],
    [
      'a PDF with a password',
      text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<< /Root 1 0 R /Encrypt 5 0 R >>\n%%EOF'),
      'application/pdf',
      'protected with a password',
    ],
    [
      'an Office file with a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'protected with a password',
    ],
    [
      'a text said to be a PDF',
      text('hello'),
      'application/pdf',
      'It was declared as application/pdf, but is text/plain',
    ],
    [
      'the test file of the scanners',
      text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$'.concat('EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*')),
      'text/plain',
      'Malware was found',
    ],
  ])('%s', async (_, bytes, type, reason) => {
    expect(await opened(await stored(bytes, type))).toMatchObject(failed(reason))
  })

  test('but a fault of the moment is thrown, so that the step is tried again', async () => {
    const one = await stored(text('x'))
    const busy = () => Promise.reject(Object.assign(new Error('busy'), { name: 'ThrottlingException' }))
    await expect(openDocument(deps, busy, one.binding, one.sealed, one.attached)).rejects.toThrow('busy')
  })
})
