import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { priceContentSchema, qualityContentSchema } from '../../../domain/tender/content.ts'
import { faultSchema } from '../../../domain/tender/document.ts'
import { type Binding, fromBase64, hashOfEnvelope, sha256Hex, toBase64 } from '../../../domain/tender/envelope.ts'
import { seal } from '../../../domain/tender/seal.ts'
import { hashOf } from '../../../domain/tender/sealed-document.ts'
import { type Submitted, submittedSchemas } from '../../../domain/tender/submitted.ts'
import type { Deps } from '../../../functions/runtime/deps.ts'
import { openEnvelope } from '../../../functions/steps/open-envelope.ts'
import type { Unwrap } from '../../../functions/steps/unwrap.ts'
import { keepEnvelope, sealedOf } from '../../../functions/store/sealed-store.ts'
import { folderSealedTenders } from '../../../local/documents/folder-sealed-tenders.ts'
import { uploadAddresses } from '../../../local/documents/upload-addresses.ts'
import { folderTenderKeys } from '../../../local/tender-keys/folder-tender-keys.ts'
import { temporaryFolder } from '../../local/temporary-folder.ts'

const binding: Binding = { caseId: 'c0123456789ab', round: 1, organisationId: 'harbour', kind: 'price' }
const KEY = 'c0123456789ab-1'
/** What a bidder would have the service say. */
const LOUD = 'The authority is corrupt. '.repeat(5_000)
let deps: Pick<Deps, 'sealedTenders' | 'tenderKeys'>
let tenderKeys: Deps['tenderKeys']
let publicKey: string

// Making key pairs takes longest: one tender's serve all tests.
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  tenderKeys = folderTenderKeys(folder)
  return () => rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  const folder = await temporaryFolder()
  const sealedTenders = folderSealedTenders(`${folder}/sealed-tenders`, uploadAddresses(Date.now))
  deps = { sealedTenders, tenderKeys }
  publicKey = (await deps.tenderKeys.make(KEY)).price
})

const unwrap: Unwrap = (wrapped) => deps.tenderKeys.unwrapPrice(KEY, wrapped)
const kept = async (envelope: Submitted) => {
  const sealed = await sealedOf(binding.caseId, envelope, 'price')
  await keepEnvelope(deps, sealed, envelope)
  return sealed
}
const opened = async (envelope: Submitted, bound = binding, schema: z.ZodType = priceContentSchema) =>
  openEnvelope(deps, unwrap, await kept(envelope), bound, schema)

/** What the client could have sent instead, with a hash that fits. */
const resealed = (envelope: Submitted, other: Partial<Submitted>): Submitted => {
  const sent = { ...envelope, ...other }
  return { ...sent, sha256: hashOfEnvelope(sent) }
}

describe('a sealed envelope (requirements §6)', () => {
  test('holds what was put into it, and fits what the API accepts', async () => {
    const envelope = await seal(publicKey, { pence: 118_400_000 }, binding)
    expect(submittedSchemas.price.safeParse(envelope).success).toBe(true)
    expect(await opened(envelope)).toMatchObject({ content: { pence: 118_400_000 }, documents: [] })
  })

  test('of quality holds long answers', async () => {
    const content = { answers: { quality: 'é'.repeat(20_000) }, partners: [{ name: 'Brook', as: 'partner' as const }] }
    const bound = { ...binding, kind: 'quality' as const }
    const envelope = await seal(publicKey, content, bound)
    expect(submittedSchemas.quality.safeParse(envelope).success).toBe(true)
    expect(await opened(envelope, bound, qualityContentSchema)).toMatchObject({ content, documents: [] })
  })

  test('tells nothing by its hashes: the same price sealed twice has nothing in common', async () => {
    const [one, other] = [await seal(publicKey, { pence: 5 }, binding), await seal(publicKey, { pence: 5 }, binding)]
    for (const part of ['wrappedKey', 'iv', 'ciphertext', 'sha256', 'contentSha256'] as const)
      expect(one[part]).not.toBe(other[part])
    expect(one.contentSha256).not.toBe(await sha256Hex(new TextEncoder().encode(JSON.stringify({ pence: 5 }))))
  })

  test.each<[string, Partial<Binding>]>([
    ['another case', { caseId: 'cba9876543210' }],
    ['another round', { round: 2 }],
    ['another bidder', { organisationId: 'meadow' }],
    ['the other half', { kind: 'quality' }],
  ])('opens for nothing but what it was sealed for: not for %s', async (_, other) => {
    const envelope = await seal(publicKey, { pence: 5 }, binding)
    expect(await opened(envelope, { ...binding, ...other })).toEqual({
      reason: expect.stringContaining('could not be opened'),
    })
  })

  test('that was damaged on its way is refused when it comes', async () => {
    const envelope = await seal(publicKey, { pence: 5 }, binding)
    await expect(sealedOf(binding.caseId, { ...envelope, sha256: '0'.repeat(64) }, 'price')).rejects.toMatchObject({
      code: 'Invalid',
      faults: [{ path: ['price', 'sha256'] }],
    })
  })
})

describe('an envelope that cannot be opened is a reason, never a crash', () => {
  test('changed by a bit, with a hash that fits', async () => {
    const envelope = await seal(publicKey, { pence: 5 }, binding)
    const bytes = fromBase64(envelope.ciphertext)
    bytes[40] = (bytes[40] ?? 0) ^ 1
    expect(await opened(resealed(envelope, { ciphertext: toBase64(bytes) }))).toEqual({
      reason: expect.stringContaining('could not be opened'),
    })
  })

  test('shorter than a tag', async () => {
    const envelope = await seal(publicKey, { pence: 5 }, binding)
    expect(await opened(resealed(envelope, { ciphertext: toBase64(new Uint8Array(3)) }))).toEqual({
      reason: expect.stringContaining('could not be opened'),
    })
  })

  test('sealed with the key of the other half: who opens quality cannot open a price', async () => {
    const { quality } = await deps.tenderKeys.make(KEY)
    expect(await opened(await seal(quality, { pence: 5 }, binding))).toEqual({
      reason: expect.stringContaining('could not be opened'),
    })
  })

  test('sealed with the key of another tender, or a key that is none', async () => {
    const { price: other } = await deps.tenderKeys.make('another')
    expect(await opened(await seal(other, { pence: 5 }, binding))).toEqual({
      reason: expect.stringContaining('could not be opened'),
    })
    const envelope = await seal(publicKey, { pence: 5 }, binding)
    expect(await opened(resealed(envelope, { wrappedKey: toBase64(new Uint8Array(256)) }))).toEqual({
      reason: expect.any(String),
    })
  })

  test('with another content than its receipt says', async () => {
    const envelope = await seal(publicKey, { pence: 5 }, binding)
    expect(await opened(resealed(envelope, { contentSha256: '0'.repeat(64) }))).toEqual({
      reason: expect.stringContaining('not what its receipt says'),
    })
  })

  test.each([
    ['no price', {}, 'pence'],
    ['half a penny', { pence: 0.5 }, 'whole pence'],
    ['nothing asked', { pence: 0 }, 'above 0'],
    ['a word', 'cheap', 'must be an object'],
  ])('with %s in it', async (_, content, says) => {
    expect(await opened(await seal(publicKey, content, binding))).toEqual({ reason: expect.stringContaining(says) })
  })

  test.each([
    ['a field', { answers: {}, [LOUD]: 1 }, 'cannot be read: it holds fields that nobody asked for.'],
    [
      'fields',
      { answers: Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}${LOUD}`, 1])) },
      'answers: has a name that cannot be here',
    ],
    ['a field of a partner', { answers: {}, partners: [{ [LOUD]: 1 }] }, 'partners.0: it holds fields'],
    ['a document of everything wrong', { answers: {}, documents: [{ [LOUD]: 1 }, {}, {}] }, 'documents.0.id'],
  ])('with %s that its bidder made up: its words are not ours, and go on no record', async (_, content, says) => {
    const bound = { ...binding, kind: 'quality' as const }
    const { reason = '' } = (await opened(await seal(publicKey, content, bound), bound, qualityContentSchema)) as {
      reason?: string
    }
    expect(reason).toContain(says)
    expect(reason).not.toContain('authority')
    expect(faultSchema.safeParse(reason).success).toBe(true)
  })

  test('gone, or changed where it was kept', async () => {
    const envelope = await seal(publicKey, { pence: 5 }, binding)
    const sealed = await sealedOf(binding.caseId, envelope, 'price')
    expect(await openEnvelope(deps, unwrap, sealed, binding, priceContentSchema)).toEqual({
      reason: expect.stringContaining('not where it was kept'),
    })
    await deps.sealedTenders.put(sealed.documentKey, new TextEncoder().encode('{"ciphertext":'))
    expect(await openEnvelope(deps, unwrap, sealed, binding, priceContentSchema)).toEqual({
      reason: expect.stringContaining('its hash differs'),
    })
    const other = await seal(publicKey, { pence: 1 }, binding)
    await deps.sealedTenders.put(sealed.documentKey, new TextEncoder().encode(JSON.stringify(other)))
    expect(await openEnvelope(deps, unwrap, sealed, binding, priceContentSchema)).toEqual({
      reason: expect.stringContaining('its hash differs'),
    })
  })

  test.each<[string, (other: Submitted) => Partial<Submitted>]>([
    ['the wrapped key', ({ wrappedKey }) => ({ wrappedKey })],
    ['the initialisation vector', ({ iv }) => ({ iv })],
    [
      'the key of a document',
      ({ documents: [document], wrappedKey }) => ({ documents: document ? [{ ...document, wrappedKey }] : [] }),
    ],
  ])('%s swapped: another receipt where it is sent, found where it was kept', async (_, swapped) => {
    const chunks = [{ bytes: 17, sha256: 'c'.repeat(64) }]
    const document = { id: 'a'.repeat(32), wrappedKey: 'AAAA', chunks, sha256: await hashOf(chunks) }
    const envelope = await seal(publicKey, { pence: 5 }, binding, [document])
    const other = resealed(
      envelope,
      swapped({ ...(await seal(publicKey, { pence: 5 }, binding)), documents: [document] }),
    )
    const sealed = await kept(envelope)
    // Sent in the same name, whether or not it is refused later: what was kept stays as it is.
    const again = await kept(other)
    expect(again.sha256).not.toBe(sealed.sha256)
    expect(again.documentKey).not.toBe(sealed.documentKey)
    expect(await openEnvelope(deps, unwrap, sealed, binding, priceContentSchema)).toMatchObject({
      content: { pence: 5 },
    })
    await deps.sealedTenders.put(
      sealed.documentKey,
      new TextEncoder().encode(JSON.stringify({ ...other, sha256: envelope.sha256 })),
    )
    expect(await openEnvelope(deps, unwrap, sealed, binding, priceContentSchema)).toEqual({
      reason: expect.stringContaining('its hash differs from the receipt'),
    })
  })

  test('but a fault of the moment is thrown, so that the step is tried again', async () => {
    const sealed = await kept(await seal(publicKey, { pence: 5 }, binding))
    const busy = () => Promise.reject(Object.assign(new Error('busy'), { name: 'ThrottlingException' }))
    await expect(openEnvelope(deps, busy, sealed, binding, priceContentSchema)).rejects.toThrow('busy')
  })
})
