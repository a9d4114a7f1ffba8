import { expect, test } from 'vitest'
import { sha256Hex } from '../../../../domain/tender/envelope.ts'
import { CHUNK_BYTES } from '../../../../domain/tender/sealed-document.ts'
import { type ask, Problem } from '../../../../web/api.ts'
import { type Held, upload } from '../../../../web/features/tender/sealing/upload.ts'

const refused = (status: number, code = 'No') => new Problem({ title: 'No', detail: 'No.', status, code })

const bytes = new Uint8Array(CHUNK_BYTES + 1)
const parts = await Promise.all([bytes.slice(0, CHUNK_BYTES), bytes.slice(CHUNK_BYTES)].map(sha256Hex))

/** Uploads a document of two chunks to a service that fails so before it answers. */
const uploaded = (...failures: Error[]) => uploading(new Blob([bytes]), failures)

async function uploading(file: Blob, failures: Error[] = []) {
  const held: (Held | undefined)[] = []
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const asked = async () => {
    const failure = failures.shift()
    if (failure) throw failure
    return { uploads: [] }
  }
  const chunks = await upload({
    ...{ file, parts },
    seal: { id: 'd1', key, wrappedKey: '' },
    binding: { caseId: 'c1', round: 1, organisationId: 'o1', kind: 'quality', documentId: 'd1' },
    chunks: [],
    ask: asked as typeof ask,
    signal: new AbortController().signal,
    onChunk: () => {},
    onHeld: (why) => held.push(why),
    pause: async () => {},
  })
  return { chunks: chunks.length, held }
}

test.each<[Error, Held]>([
  [refused(0), 'interrupted'],
  [refused(503), 'interrupted'],
  [refused(401), 'signed out'],
  [refused(429), 'busy'],
  [refused(409, 'CasePaused'), 'paused'],
  [new TypeError('Failed to fetch'), 'interrupted'],
])('what passes (%s) is waited out, says why, and the upload goes on', async (failure, why) => {
  expect(await uploaded(failure, failure)).toEqual({ chunks: 2, held: [why, why, undefined] })
})

test('what stays refused ends it', async () => {
  await expect(uploaded(refused(409, 'TooLate'))).rejects.toMatchObject({ code: 'TooLate' })
})

test('a document that is another by now is sealed no further: no nonce meets two texts', async () => {
  const another = bytes.slice()
  another[CHUNK_BYTES] = 1
  await expect(uploading(new Blob([another]))).rejects.toThrow('It has changed since it was attached')
})
