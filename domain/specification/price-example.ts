import type { Exact } from '../evaluation/exact.ts'
import { type PriceFormula, pricePoints } from '../evaluation/price-formula.ts'
import { priceTerm } from '../evaluation/terms.ts'

/** Three prices for an example, the lowest first, in pence; they fit the numbers of the formula. */
function examplePrices(formula: PriceFormula): [number, number, number] {
  switch (formula.kind) {
    case 'lowest-over-price':
      return [10_000_000, 12_500_000, 20_000_000]
    case 'linear-to-ceiling': {
      const of = (hundredths: number) => Math.max(1, Math.round((formula.ceilingPence * hundredths) / 100))
      return [of(60), of(80), formula.ceilingPence]
    }
    case 'fixed-per-amount': {
      const { amountPence } = formula
      return [amountPence * 10, amountPence * 11, amountPence * 12 + Math.round(amountPence / 2)]
    }
  }
}

/** The worked example of a price formula: reckoned by the formula itself, so that it cannot say anything else. */
export function priceExample(formula: PriceFormula, share: Exact) {
  const prices = examplePrices(formula)
  const [lowestPence] = prices
  return prices.map((pence) => {
    const points = pricePoints(formula, { share, pence, lowestPence })
    return { pence, points, term: priceTerm(formula, { pence, lowestPence, share, points }) }
  })
}
