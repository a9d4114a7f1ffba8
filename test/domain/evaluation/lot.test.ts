import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { lot, lotSeed, numberIn } from '../../../domain/evaluation/lot.ts'
import { seal } from '../../../domain/tender/seal.ts'
import { members, on, START } from '../case-in.ts'
import { following } from '../story.ts'
import { insideEnvelope, price } from './price.ts'
import { given, opened, scoredBy, scoring, stepped, tendered } from './scored.ts'

const bidders = ['harbour', 'meadow', 'ridge']

/** All alike in everything, so that nothing but the lot tells them apart. */
function priced(numbers: Record<string, number>): Case {
  const openings = Object.fromEntries(bidders.map((bidder) => [bidder, opened()]))
  const scored = members.reduce(
    (before, member) => bidders.reduce((so, bidder) => scoredBy(so, member, bidder, given(4, 3)), before),
    scoring(tendered(openings)),
  )
  const closed = (['CloseScoring', 'CloseModeration'] as const).reduce(
    (before, type) => stepped(before, { type, attempt: 6 }),
    scored,
  )
  const prices = Object.fromEntries(
    bidders.map((bidder) => [bidder, { ...price(500, numbers[bidder]), documents: documentsOf(bidder) }]),
  )
  return stepped(closed, { type: 'OpenPrices', attempt: 6, prices })
}

/** One price has a document that two people may exclude it for. */
const documentsOf = (bidder: string) =>
  bidder === 'ridge' ? [{ id: '0'.repeat(32), outcome: 'failed' as const, reason: 'It is malware.' }] : []

const ruled = (theCase: Case, verdict: 'pass' | 'fail') =>
  (verdict === 'pass' ? ['pm'] : ['pm', members[0] ?? '']).reduce(
    (before, person) =>
      following(before, ruleOnCompliance(before, { id: 1, verdict, reasons: 'So.', person }, on(START)), START),
    theCase,
  )

const ranked = (theCase: Case) => {
  const { evaluation } = stepped(theCase, { type: 'RankTenders', attempt: 6 })
  return evaluation?.status === 'ranked' ? evaluation : undefined
}

describe('the lot, the last rule for ties (requirements §6)', () => {
  test('is drawn from the numbers that the bidders had sealed, all of them together', () => {
    const numbers = { harbour: 1, meadow: 2, ridge: 3 }
    const after = ranked(ruled(priced(numbers), 'pass'))
    const known = bidders.map((organisationId, index) => ({
      organisationId,
      number: (index + 1).toString(16).padStart(2, '0').repeat(32),
    }))
    const seed = lotSeed(known.toReversed())
    expect(after?.seed).toBe(seed)
    const drawn = [...bidders].sort((one, other) => (lot(seed, one) < lot(seed, other) ? -1 : 1))
    expect(after?.ranking.map(({ organisationId }) => organisationId)).toEqual(drawn)
    expect(after?.ranking.map(({ tie }) => tie?.settledBy)).toEqual(['lot', 'lot', undefined])
    // Whoever does not know one of them knows nothing of it.
    for (const [index] of bidders.entries())
      expect(lotSeed(known.map((one, at) => (at === index ? { ...one, number: 'f'.repeat(64) } : one)))).not.toBe(seed)
  })

  test('puts each of the equal first as often as the others', () => {
    const firsts = Array.from({ length: 600 }, (_, index) => {
      const seed = lotSeed(
        bidders.map((organisationId, at) => ({
          organisationId,
          number: (index * 3 + at).toString(16).padStart(64, '0'),
        })),
      )
      return [...bidders].sort((one, other) => (lot(seed, one) < lot(seed, other) ? -1 : 1))[0]
    })
    // χ² with 2 degrees of freedom: above 13.8 once in a thousand.
    const squares = bidders.map((bidder) => (firsts.filter((one) => one === bidder).length - 200) ** 2 / 200)
    expect(squares.reduce((all, one) => all + one)).toBeLessThan(13.8)
  })

  test('is the same whatever is decided once the prices are known', () => {
    const numbers = { harbour: 7, meadow: 8, ridge: 9 }
    const [kept, excluded] = (['pass', 'fail'] as const).map((verdict) => ranked(ruled(priced(numbers), verdict)))
    expect(excluded?.seed).toBe(kept?.seed)
    const without = kept?.ranking.map(({ organisationId }) => organisationId).filter((one) => one !== 'ridge')
    expect(excluded?.ranking.map(({ organisationId }) => organisationId)).toEqual(without)
  })

  test('takes what begins an envelope, which the bidder’s own client draws anew for each', async () => {
    expect(numberIn(insideEnvelope(5, 171))).toBe('ab'.repeat(32))
    const pair = await crypto.subtle.generateKey(
      { name: 'RSA-OAEP', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
      true,
      ['decrypt', 'encrypt'],
    )
    const key = Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64')
    const binding = { caseId: 'c', round: 1, organisationId: 'harbour', kind: 'price' as const }
    const [one, other] = [await seal(key, { pence: 5 }, binding), await seal(key, { pence: 5 }, binding)]
    expect(one.contentSha256).not.toBe(other.contentSha256)
  })
})
