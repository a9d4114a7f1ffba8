import { expect, test } from 'vitest'
import type { Deps } from '../../../functions/runtime/deps.ts'
import { uploadsOf } from '../../../functions/store/chunk-store.ts'

const whose = { caseId: 'c0123456789ab', round: 1, organisationId: 'harbour' }
const documentId = 'a'.repeat(32)
const chunk = { index: 0, bytes: 1_000, sha256: 'b'.repeat(64) }

/** Where so many parts of so many bytes lie already, and the chunk besides where it does. */
function storing(parts: number, bytes: number, also: string[] = []): Pick<Deps, 'sealedTenders'> {
  const names = [...Array.from({ length: parts }, (_, index) => `${index}`), ...also]
  const sealedTenders = {
    sizes: async (prefix: string) => new Map(names.map((name) => [`${prefix}${name}`, bytes])),
    uploadTo: async () => ({ url: '/upload', headers: {} }),
  }
  return { sealedTenders } as unknown as Pick<Deps, 'sealedTenders'>
}

test.each([
  ['more bytes', 50, 100_000_000],
  ['more parts', 2_000, 17],
])(
  'a bidder uploads no %s than twice the largest tender has: nobody fills what all tenders lie in',
  async (_, parts, bytes) => {
    await expect(uploadsOf(storing(parts, bytes), whose, documentId, [chunk])).rejects.toMatchObject({
      code: 'Invalid',
    })
    expect(await uploadsOf(storing(parts - 1, bytes), whose, documentId, [chunk])).toMatchObject([{ stored: false }])
  },
)

test('what is there already is still said to be there', async () => {
  const full = storing(2_000, chunk.bytes, [`${documentId}/0-${chunk.sha256}`])
  expect(await uploadsOf(full, whose, documentId, [chunk])).toEqual([{ index: 0, stored: true }])
})
