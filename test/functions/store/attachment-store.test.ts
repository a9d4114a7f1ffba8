import { expect, test } from 'vitest'
import { attachmentSchema } from '../../../domain/proposal/attachment.ts'
import { documentsOnlyIn } from '../../../domain/record/documents.ts'
import type { Export } from '../../../domain/record/export.ts'
import { mustBeAttached, placeOfProposal } from '../../../functions/store/attachment-store.ts'
import { keepPart, readSupplied, removeAttached, suppliedKey } from '../../../functions/store/supplied-store.ts'
import { MemoryDocuments } from '../../properties/world/memory-documents.ts'

const sha256 = 'ab'.repeat(32)
const attachment = { id: sha256.slice(0, 32), name: 'Plan.pdf', type: 'application/pdf', bytes: 12, sha256 } as const

test('a proposal names only documents that arrived for it: all that did not are said at once', async () => {
  const deps = { documents: new MemoryDocuments().readable() }
  await deps.documents.putSupplied(suppliedKey(placeOfProposal('c1'), attachment.id), new Uint8Array([1]))
  await expect(mustBeAttached(deps, 'c1', { attachments: [attachment] })).resolves.toBeUndefined()
  const strange = { ...attachment, id: 'cd'.repeat(16), name: 'Other.pdf' }
  await expect(mustBeAttached(deps, 'c1', { attachments: [attachment, strange] }, ['form'])).rejects.toMatchObject({
    code: 'Invalid',
    faults: [{ path: ['form', 'attachments', 1], message: 'Attach “Other.pdf” again: it did not arrive' }],
  })
  await expect(mustBeAttached(deps, 'c2', { attachments: [attachment] })).rejects.toMatchObject({ code: 'Invalid' })
})

test('a document that a draft names and that never arrived is not there, and the scanner is not asked', async () => {
  const asked: string[] = []
  const deps = {
    documents: new MemoryDocuments().readable(),
    malware: {
      verdictOn: async (key: string) => {
        asked.push(key)
        return 'none found' as const
      },
    },
    now: () => '2026-01-05T09:00:00.000Z',
  }
  const never = { ...attachment, documentKey: suppliedKey(placeOfProposal('c1'), attachment.id), at: deps.now() }
  await expect(readSupplied(deps, never, 0)).rejects.toMatchObject({ code: 'NotFound' })
  expect(asked).toEqual([])
  await deps.documents.putSupplied(never.documentKey, new Uint8Array(12))
  expect(await readSupplied(deps, never, 0)).toMatchObject({ parts: 1, content: { length: 12 } })
  expect(asked).toEqual([never.documentKey])
})

test('an identifier is how the hash of its document begins', () => {
  expect(attachmentSchema.safeParse(attachment).success).toBe(true)
  expect(attachmentSchema.safeParse({ ...attachment, id: 'cd'.repeat(16) }).error?.issues[0]?.path).toEqual(['id'])
})

test('what is erased takes its documents along, wherever they lie; not those of which another event speaks, nor what was opened', async () => {
  const deps = { documents: new MemoryDocuments().readable() }
  const documentOf = (letters: string, documentKey?: string) => ({
    ...attachment,
    ...{ id: letters.repeat(16), sha256: letters.repeat(32), ...(documentKey && { documentKey }) },
  })
  const [own, shared] = [documentOf('ab'), documentOf('cd')]
  const supplied = documentOf('ef', suppliedKey('c1/1/harbour', 'ef'.repeat(16)))
  const opened = documentOf('12', `opened/c1/1/harbour/${'12'.repeat(16)}`)
  const keyOf = (one: typeof own) => one.documentKey ?? suppliedKey(placeOfProposal('c1'), one.id)
  const said = [{ attachments: [own, shared], answer: { documents: [supplied, opened] } }, { attachments: [shared] }]
  const events = said.map((data, index) => ({ entry: { sequence: index + 1 }, payload: { data } }))
  for (const one of [own, shared, supplied, opened]) await deps.documents.put(keyOf(one), new Uint8Array(12))
  await keepPart(deps, placeOfProposal('c1'), { documentId: own.id, part: 0, bytes: new Uint8Array(12) })
  const gone = documentsOnlyIn(1, events as unknown as Export['events'])
  await removeAttached(deps, placeOfProposal('c1'), gone)
  for (const key of [keyOf(own), `${keyOf(own)}/0`, keyOf(supplied)])
    await expect(deps.documents.get(key)).rejects.toMatchObject({ name: 'DocumentNotFound' })
  for (const key of [keyOf(shared), keyOf(opened)]) await expect(deps.documents.get(key)).resolves.toHaveLength(12)
})
