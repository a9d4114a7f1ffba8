import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact, mean, median, rounded } from '../../../domain/evaluation/exact.ts'
import { lot } from '../../../domain/evaluation/lot.ts'
import { type CriterionScore, type Ranked, rank, type Scored, type Weighing } from '../../../domain/evaluation/rank.ts'
import { expand } from '../../../domain/evaluation/terms.ts'

const SEED = 'a'.repeat(64)
const mark = (criterionId: string, score: string): CriterionScore => ({ criterionId, score, basis: 'mean' })
const tender = (organisationId: string, pence: number, scores: Record<string, string>): Scored => ({
  organisationId,
  pence,
  scores: Object.entries(scores).map(([id, score]) => mark(id, score)),
})
const weighing: Weighing = {
  criteria: [
    { id: 'quality', title: 'Quality', weight: '40', minimum: 2 },
    { id: 'access', title: 'Access', weight: '30' },
  ],
  priceShare: '30',
  priceFormula: { kind: 'lowest-over-price' },
}
const places = (ranking: Ranked[]) => ranking.map(({ organisationId, place }) => [organisationId, place])

describe('the ranking (requirements §6)', () => {
  test('a worked example, every total expanded to its terms', () => {
    const ranking = rank(
      weighing,
      [
        tender('hill', 300_000, { quality: '3', access: '4' }),
        tender('dale', 200_000, { quality: '10/3', access: '2' }),
      ],
      SEED,
    )
    expect(
      ranking.map(({ organisationId, quality, price, total }) => [organisationId, quality, price?.points, total]),
    ).toEqual([
      ['dale', '116/3', '30', '206/3'],
      ['hill', '48', '20', '68'],
    ])
    expect(ranking[0] && expand(ranking[0], weighing)).toEqual([
      'Quality: 40 × 10/3 (3.33) ÷ 5 = 80/3 (26.67) (mean)',
      'Access: 30 × 2 ÷ 5 = 12 (mean)',
      'Quality: 116/3 (38.67)',
      'Price: 30 × £2,000.00 ÷ £2,000.00 = 30',
      'Total: 116/3 (38.67) + 30 = 206/3 (68.67)',
    ])
  })

  test('a tender below a minimum has no place, and its price measures nobody', () => {
    const ranking = rank(
      weighing,
      [tender('cheap', 1, { quality: '9/5', access: '5' }), tender('sound', 100_000, { quality: '2', access: '1' })],
      SEED,
    )
    expect(places(ranking)).toEqual([
      ['sound', 1],
      ['cheap', undefined],
    ])
    expect(ranking[0]?.price).toEqual({ pence: 100_000, lowestPence: 100_000, share: '30', points: '30' })
    expect(ranking[1]).toMatchObject({ belowMinimum: ['quality'], total: '222/5' })
    expect(ranking[1]).not.toHaveProperty('price')
  })

  test('of no tenders is empty', () => {
    expect(rank(weighing, [], SEED)).toEqual([])
  })

  test('an equal total is settled by more quality first', () => {
    // 48 + 20 = 68 and 38 + 30 = 68.
    const ranking = rank(
      weighing,
      [
        tender('price', 200_000, { quality: '13/4', access: '2' }),
        tender('quality', 300_000, { quality: '3', access: '4' }),
      ],
      SEED,
    )
    expect(ranking.map(({ total }) => total)).toEqual(['68', '68'])
    expect(places(ranking)).toEqual([
      ['quality', 1],
      ['price', 2],
    ])
    expect(ranking[0]?.tie).toEqual({ with: 'price', settledBy: 'more quality points' })
  })

  test('then by the higher score on the criterion with the greatest weight', () => {
    // 40·4/5 + 30·2/5 = 44 = 40·13/4/5 + 30·3/5.
    const ranking = rank(
      weighing,
      [tender('access', 5, { quality: '13/4', access: '3' }), tender('quality', 5, { quality: '4', access: '2' })],
      SEED,
    )
    expect(places(ranking)).toEqual([
      ['quality', 1],
      ['access', 2],
    ])
    expect(ranking[0]?.tie?.settledBy).toBe('a higher score on “Quality”')
  })

  test('last by a lot that anybody can draw again, and that another record may draw otherwise', () => {
    const alike = ['ash', 'elm', 'oak'].map((id) => tender(id, 5, { quality: '4', access: '2' }))
    for (const seed of [SEED, 'b'.repeat(64), 'c'.repeat(64)]) {
      const ranking = rank(weighing, alike, seed)
      const drawn = ['ash', 'elm', 'oak'].sort((one, other) => (lot(seed, one) < lot(seed, other) ? -1 : 1))
      expect(ranking.map(({ organisationId }) => organisationId)).toEqual(drawn)
      expect(ranking[0]?.tie?.settledBy).toBe('lot')
    }
    const firsts = new Set(
      Array.from({ length: 40 }, (_, seed) => rank(weighing, alike, String(seed))[0]?.organisationId),
    )
    expect(firsts.size).toBe(3)
  })
})

/** An oracle that shares nothing with the code: integers over one common denominator. */
function oracle(weights: number[], priceShare: number, tenders: { id: string; given: number[][]; pence: number }[]) {
  const lowest = BigInt(Math.min(...tenders.map(({ pence }) => pence)))
  return tenders.map(({ id, given, pence }) => {
    // Σ weight · Σ given / (5 · members) + share · lowest / pence, over 5 · members · pence
    const counts = BigInt(given[0]?.length ?? 1)
    const quality = weights.reduce(
      (sum, weight, index) => sum + BigInt(weight) * BigInt((given[index] ?? []).reduce((a, b) => a + b, 0)),
      0n,
    )
    const numerator = quality * BigInt(pence) + BigInt(priceShare) * lowest * 5n * counts
    return { id, numerator, denominator: 5n * counts * BigInt(pence) }
  })
}

describe('totals are exact (requirements §6)', () => {
  const scene = fc
    .record({
      criteria: fc.integer({ min: 1, max: 6 }),
      members: fc.integer({ min: 1, max: 9 }),
      bids: fc.integer({ min: 1, max: 6 }),
    })
    .chain(({ criteria, members, bids }) =>
      fc.record({
        cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: criteria, maxLength: criteria }),
        tenders: fc.array(
          fc.record({
            given: fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: members, maxLength: members }), {
              minLength: criteria,
              maxLength: criteria,
            }),
            pence: fc.integer({ min: 1, max: 2_000_000_000 }),
          }),
          { minLength: bids, maxLength: bids },
        ),
      }),
    )

  test('against an independent oracle of integers, and in its order', () => {
    fc.assert(
      fc.property(scene, ({ cuts, tenders }) => {
        const edges = [0, ...cuts.sort((a, b) => a - b)]
        const weights = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0))
        const share = 100 - (edges.at(-1) ?? 0)
        const bids = tenders.map((bid, index) => ({ id: `t${index}`, ...bid }))
        const ranking = rank(
          {
            criteria: weights.map((weight, index) => ({ id: `c${index}`, title: `C${index}`, weight: String(weight) })),
            priceShare: String(share),
            priceFormula: { kind: 'lowest-over-price' },
          },
          bids.map(({ id, given, pence }) => ({
            organisationId: id,
            pence,
            scores: given.map((scores, index) => mark(`c${index}`, exact(mean(scores)))),
          })),
          SEED,
        )
        const expected = oracle(weights, share, bids)
        for (const { organisationId, total } of ranking) {
          const [numerator, denominator = '1'] = total.split('/')
          const one = expected.find(({ id }) => id === organisationId)
          expect(BigInt(numerator ?? '') * (one?.denominator ?? 0n)).toBe((one?.numerator ?? 0n) * BigInt(denominator))
        }
        for (const [index, { organisationId }] of ranking.entries()) {
          const here = expected.find(({ id }) => id === organisationId)
          const next = expected.find(({ id }) => id === ranking[index + 1]?.organisationId)
          if (here && next) expect(here.numerator * next.denominator >= next.numerator * here.denominator).toBe(true)
        }
      }),
      { seed: 20260105, numRuns: process.env['LONG'] ? 5000 : 300 },
    )
  })

  test('the order in which tenders are given changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 3 })),
          { minLength: 2, maxLength: 6 },
        ),
        (bids) => {
          const tenders = bids.map(([quality, access, pence], index) =>
            tender(`t${index}`, pence, { quality: String(quality), access: String(access) }),
          )
          expect(rank(weighing, tenders.toReversed(), SEED)).toEqual(rank(weighing, tenders, SEED))
        },
      ),
      { seed: 20260106, numRuns: 200 },
    )
  })
})

describe('exact numbers', () => {
  test('the median is the middle, or halfway between the two in the middle', () => {
    expect(exact(median([5, 0, 3]))).toBe('3')
    expect(exact(median([0, 5, 2, 3]))).toBe('5/2')
    expect(exact(median([4]))).toBe('4')
  })

  test('are rounded only to be shown, halves up', () => {
    expect([rounded('2/3'), rounded('1/8'), rounded('1/200'), rounded('7'), rounded('5/2', 0)]).toEqual([
      '0.67',
      '0.13',
      '0.01',
      '7.00',
      '3',
    ])
  })
})
