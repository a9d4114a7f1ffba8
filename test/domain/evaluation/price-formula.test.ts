import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PriceFormula, pricePoints } from '../../../domain/evaluation/price-formula.ts'
import { rank } from '../../../domain/evaluation/rank.ts'
import { expand } from '../../../domain/evaluation/terms.ts'

const linear: PriceFormula = { kind: 'linear-to-ceiling', ceilingPence: 50_000_000 }
const fixed: PriceFormula = { kind: 'fixed-per-amount', amountPence: 1_000_000, points: '5/2' }
const points = (formula: PriceFormula, pence: number, lowestPence = 30_000_000, share = '30') =>
  pricePoints(formula, { share, pence, lowestPence })

describe('a price becomes points', () => {
  test.each<[string, PriceFormula, number, string]>([
    ['the lowest over the price', { kind: 'lowest-over-price' }, 40_000_000, '45/2'],
    ['the lowest over itself', { kind: 'lowest-over-price' }, 30_000_000, '30'],
    ['halfway to the ceiling', linear, 40_000_000, '15'],
    ['the lowest below a ceiling', linear, 30_000_000, '30'],
    ['a penny below the ceiling', linear, 49_999_999, '3/2000000'],
    ['at the ceiling', linear, 50_000_000, '0'],
    ['above the ceiling', linear, 90_000_000, '0'],
    ['the lowest, with fixed points per amount', fixed, 30_000_000, '30'],
    ['two and a half amounts above the lowest', fixed, 32_500_000, '95/4'],
    ['so many amounts above that nothing is left', fixed, 42_000_000, '0'],
    ['more amounts above', fixed, 90_000_000, '0'],
  ])('%s', (_, formula, pence, expected) => {
    expect(points(formula, pence)).toBe(expected)
  })

  test('where no price is below the ceiling, none earns anything', () => {
    expect(points(linear, 50_000_000, 50_000_000)).toBe('0')
    expect(points(linear, 60_000_000, 55_000_000)).toBe('0')
  })

  test('each expanded to its terms', () => {
    const terms = (priceFormula: PriceFormula) => {
      const weighing = { criteria: [{ id: 'q', title: 'Quality', weight: '70' }], priceShare: '30', priceFormula }
      const scores = [{ criterionId: 'q', score: '3', basis: 'mean' as const }]
      const ranking = rank(
        weighing,
        [30_000_000, 32_500_000, 60_000_000].map((pence) => ({ organisationId: String(pence), pence, scores })),
        'seed',
      )
      return ranking.map((ranked) => expand(ranked, weighing).find((line) => line.startsWith('Price')))
    }
    expect(terms(linear)).toEqual([
      'Price: 30 × (£500,000.00 − £300,000.00) ÷ (£500,000.00 − £300,000.00) = 30',
      'Price: 30 × (£500,000.00 − £325,000.00) ÷ (£500,000.00 − £300,000.00) = 105/4 (26.25)',
      'Price: £600,000.00 is not below the ceiling of £500,000.00, so 0',
    ])
    expect(terms(fixed)).toEqual([
      'Price: 30 − 5/2 × (£300,000.00 − £300,000.00) ÷ £10,000.00 = 30',
      'Price: 30 − 5/2 × (£325,000.00 − £300,000.00) ÷ £10,000.00 = 95/4 (23.75)',
      'Price: 30 − 5/2 × (£600,000.00 − £300,000.00) ÷ £10,000.00 is not above 0, so 0',
    ])
  })
})

/** Shares nothing with the code: cross-multiplied integers, `[numerator, denominator]`. */
function oracle(formula: PriceFormula, share: bigint, pence: bigint, lowest: bigint): [bigint, bigint] {
  if (formula.kind === 'lowest-over-price') return [share * lowest, pence]
  if (formula.kind === 'linear-to-ceiling') {
    const ceiling = BigInt(formula.ceilingPence)
    return pence < ceiling ? [share * (ceiling - pence), ceiling - lowest] : [0n, 1n]
  }
  const [above = '', below = '1'] = formula.points.split('/')
  const denominator = BigInt(below) * BigInt(formula.amountPence)
  const left = share * denominator - BigInt(above) * (pence - lowest)
  return [left > 0n ? left : 0n, denominator]
}

test('every formula is exact, against an oracle of integers; a higher price never earns more', () => {
  const amount = fc.integer({ min: 1, max: 100_000_000_000 })
  const formula = fc.oneof(
    fc.constant<PriceFormula>({ kind: 'lowest-over-price' }),
    amount.map((ceilingPence): PriceFormula => ({ kind: 'linear-to-ceiling', ceilingPence })),
    fc.tuple(amount, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 })).map(
      ([amountPence, above, below]): PriceFormula => ({
        kind: 'fixed-per-amount',
        amountPence,
        points: `${above}/${below}`,
      }),
    ),
  )
  fc.assert(
    fc.property(formula, fc.integer({ min: 0, max: 100 }), fc.tuple(amount, amount, amount), (given, share, prices) => {
      const [lowestPence = 1, ...others] = prices.toSorted((one, other) => one - other)
      const earned = [lowestPence, ...others].map((pence) => {
        const [above = '', below = '1'] = pricePoints(given, { share: String(share), pence, lowestPence }).split('/')
        const [numerator, denominator] = oracle(given, BigInt(share), BigInt(pence), BigInt(lowestPence))
        expect(BigInt(above) * denominator).toBe(numerator * BigInt(below))
        return Number(above) / Number(below)
      })
      expect(earned).toEqual(earned.toSorted((one, other) => other - one))
      expect(earned[0]).toBeLessThanOrEqual(share)
    }),
    { seed: 20261122, numRuns: process.env['LONG'] ? 20_000 : 500 },
  )
})
