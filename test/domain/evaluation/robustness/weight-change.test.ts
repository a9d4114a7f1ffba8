import fc from 'fast-check'
import Fraction from 'fraction.js'
import highsLoader from 'highs'
import { describe, expect, test } from 'vitest'
import type { PriceFormula } from '../../../../domain/evaluation/price-formula.ts'
import { rank, type Scored, type Weighing } from '../../../../domain/evaluation/rank.ts'
import {
  between,
  reweighed,
  smallestWeightChange,
  type WeightChange,
  weightsOf,
} from '../../../../domain/evaluation/robustness/weight-change.ts'
import { seededRandom } from '../../../local/seeded-random.ts'

const SEED = 'a'.repeat(64)
const highs = await (highsLoader as unknown as typeof highsLoader.default)()

const tender = (organisationId: string, pence: number, ...scores: string[]): Scored => ({
  organisationId,
  pence,
  scores: scores.map((score, index) => ({ criterionId: `c${index}`, score, basis: 'mean' })),
})
const weighing = (
  weights: number[],
  priceShare: number,
  priceFormula: PriceFormula = { kind: 'lowest-over-price' },
): Weighing => ({
  criteria: weights.map((weight, index) => ({ id: `c${index}`, title: `C${index}`, weight: String(weight) })),
  priceShare: String(priceShare),
  priceFormula,
})
const changeOf = (terms: Weighing, tenders: Scored[]) =>
  smallestWeightChange(terms, tenders, rank(terms, tenders, SEED), SEED)
const firstUnder = (terms: Weighing, tenders: Scored[]) => rank(terms, tenders, SEED)[0]?.organisationId

/** The weights that a reported change leads to. */
const applied = (terms: Weighing, change: Extract<WeightChange, { outcome: 'changes' }>) =>
  [...terms.criteria.map(({ id, weight }) => [id, weight] as const), [undefined, terms.priceShare] as const]
    .map(([id, weight]) => change.changes.find(({ criterionId }) => criterionId === id)?.to ?? weight)
    .map((weight) => new Fraction(weight))
    .slice(0, weightsOf(terms).length)

describe('the smallest change of weights that changes the winner', () => {
  test('a worked example: 10 points of weight from one criterion to another', () => {
    // 60·4/5 + 40·3/5 = 72 and 60·3/5 + 40·4/5 = 68: level at 50 and 50, where the rules for ties keep the first.
    const terms = weighing([60, 40], 0)
    const change = changeOf(terms, [tender('ash', 1, '4', '3'), tender('elm', 1, '3', '4')])
    expect(change).toMatchObject({ outcome: 'changes', rival: 'elm', moved: '1001/100' })
    expect(change).toMatchObject({
      changes: [
        { criterionId: 'c0', from: '60', to: '4999/100' },
        { criterionId: 'c1', from: '40', to: '5001/100' },
      ],
    })
  })

  test('the price share is one of the weights', () => {
    const change = changeOf(weighing([70], 30), [tender('good', 200, '5'), tender('cheap', 100, '3')])
    expect(change).toMatchObject({ outcome: 'changes', rival: 'cheap' })
    expect(change).toMatchObject({ changes: [{ criterionId: 'c0' }, { from: '30' }] })
  })

  test.each<[string, Scored[], WeightChange]>([
    ['one tender has no rival', [tender('ash', 1, '4', '3')], { outcome: 'no rival' }],
    ['no tender has none either', [], { outcome: 'no rival' }],
    [
      'who is better at everything wins under all weights',
      [tender('ash', 1, '4', '3'), tender('elm', 2, '3', '2')],
      { outcome: 'never' },
    ],
    [
      'equal totals are a tie that any change breaks',
      [tender('ash', 1, '4', '1'), tender('elm', 1, '2', '4')],
      { outcome: 'tied', rival: 'elm' },
    ],
    [
      'equal in everything, a lot decides, and no weights put the other first',
      [tender('ash', 1, '4', '4'), tender('elm', 1, '4', '4')],
      { outcome: 'never' },
    ],
    [
      'of two with equal totals the one that a change can put first is told',
      [tender('ash', 1, '4', '1'), tender('elm', 1, '4', '1'), tender('oak', 1, '2', '4')],
      { outcome: 'tied', rival: 'oak' },
    ],
  ])('%s', (_, tenders, expected) => {
    expect(changeOf(weighing([60, 40], 0), tenders)).toEqual(expected)
  })
})

/** The least movement after which one of the rivals is ahead by so much, by HiGHS: shares nothing with the closed form. */
function leastByHighs(terms: Weighing, tenders: Scored[], by: number): number {
  const ranking = rank(terms, tenders, SEED)
  const weights = weightsOf(terms).map(Number)
  const worth = ranking.map(({ criteria, price }) => [
    ...criteria.map(({ score }) => new Fraction(score).valueOf() / 5),
    ...(weights.length > criteria.length
      ? [new Fraction(price?.points ?? 0).valueOf() / Number(terms.priceShare)]
      : []),
  ])
  const [winner = [], ...rivals] = worth
  const all = weights.map((_, index) => index)
  const least = rivals.map((rival) => {
    const ahead = all.map((index) => (winner[index] ?? 0) - (rival[index] ?? 0))
    const lead = all.reduce((total, index) => total + (weights[index] ?? 0) * (ahead[index] ?? 0), 0)
    const term = (by: number, name: string) => `${by < 0 ? '-' : '+'} ${Math.abs(by)} ${name}`
    const program = [
      'Minimize',
      `obj: ${all.map((index) => `0.5 up${index} + 0.5 down${index}`).join(' + ')}`,
      'Subject To',
      `sum: ${all.map((index) => `${index > 0 ? '+ ' : ''}up${index} - down${index}`).join(' ')} = 0`,
      `level: ${all.map((index) => `${term(ahead[index] ?? 0, `up${index}`)} ${term(-(ahead[index] ?? 0), `down${index}`)}`).join(' ')} <= ${-lead - by}`,
      'Bounds',
      ...all.flatMap((index) => [`0 <= up${index} <= 100`, `0 <= down${index} <= ${weights[index]}`]),
      'End',
    ].join('\n')
    const solved = highs.solve(program, {})
    return solved.Status === 'Optimal' ? solved.ObjectiveValue : Number.POSITIVE_INFINITY
  })
  return Math.min(...least)
}

const score = fc.tuple(fc.integer({ min: 0, max: 35 })).map(([of7]) => new Fraction(of7, 7).toFraction())
const formula = fc.oneof(
  fc.constant<PriceFormula>({ kind: 'lowest-over-price' }),
  fc.constant<PriceFormula>({ kind: 'linear-to-ceiling', ceilingPence: 800 }),
  fc.constant<PriceFormula>({ kind: 'fixed-per-amount', amountPence: 50, points: '3/2' }),
)
const scene = fc.integer({ min: 1, max: 5 }).chain((criteria) =>
  fc.record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: criteria, maxLength: criteria }),
    priceFormula: formula,
    tenders: fc.array(
      fc.record({
        pence: fc.integer({ min: 100, max: 900 }),
        scores: fc.array(score, { minLength: criteria, maxLength: criteria }),
      }),
      { minLength: 2, maxLength: 5 },
    ),
    stray: fc.integer(),
  }),
)

test('it changes the winner, 1 % less in its direction does not, and nothing smaller does; as HiGHS finds', () => {
  const outcomes: Record<string, number> = {}
  fc.assert(
    fc.property(scene, ({ cuts, priceFormula, tenders, stray }) => {
      const edges = [0, ...cuts.toSorted((one, other) => one - other)]
      const weights = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0))
      const terms = weighing(weights, 100 - (edges.at(-1) ?? 0), priceFormula)
      const bids = tenders.map(({ pence, scores }, index) => tender(`t${index}`, pence, ...scores))
      const winner = firstUnder(terms, bids)
      const change = changeOf(terms, bids)
      outcomes[change.outcome] = (outcomes[change.outcome] ?? 0) + 1
      const before = weightsOf(terms)
      const random = seededRandom(stray)
      if (change.outcome === 'changes') {
        const after = applied(terms, change)
        expect(after.reduce((total, weight) => total.add(weight), new Fraction(0)).toFraction()).toBe('100')
        expect(after.every((weight) => weight.gte(0))).toBe(true)
        expect(firstUnder(reweighed(terms, after), bids)).toBe(change.rival)
        expect(change.rival).not.toBe(winner)
        for (const part of ['99/100', '1/2', '1/10'])
          expect(firstUnder(reweighed(terms, between(before, after, new Fraction(part))), bids)).toBe(winner)
        const moved = new Fraction(change.moved).valueOf()
        expect(moved).toBeGreaterThan(leastByHighs(terms, bids, 0) - 1e-6)
        // Where level is not enough: a rival can be level, and never be ahead.
        expect(moved).toBeLessThan(leastByHighs(terms, bids, 1e-5) * 1.011 + 1e-6)
      }
      if (change.outcome === 'never') expect(leastByHighs(terms, bids, 1e-5)).toBe(Number.POSITIVE_INFINITY)
      // No movement tried at random that is smaller changes the winner.
      const most = change.outcome === 'changes' ? new Fraction(change.moved).mul(98, 100) : new Fraction(100)
      if (change.outcome === 'changes' || change.outcome === 'never')
        for (let time = 0; time < 2; time += 1) {
          const other = elsewhere(before, most, random)
          expect(firstUnder(reweighed(terms, other), bids)).toBe(winner)
        }
    }),
    process.env['LONG'] ? { numRuns: 3_000 } : { seed: 20261123, numRuns: 120 },
  )
  expect(Object.keys(outcomes).sort()).toEqual(expect.arrayContaining(['changes', 'never']))
})

/** Weights that differ by no more than so many points moved. */
function elsewhere(before: Fraction[], most: Fraction, random: () => number): Fraction[] {
  const parts = before.map(() => Math.floor(random() * 1000) + 1)
  const all = parts.reduce((total, part) => total + part, 0)
  const target = parts.map((part) => new Fraction(part * 100, all))
  const distance = before
    .reduce((total, weight, index) => total.add(weight.sub(target[index] ?? 0).abs()), new Fraction(0))
    .div(2)
  const part = distance.lte(most) ? new Fraction(1) : most.div(distance)
  return between(before, target, part)
}
