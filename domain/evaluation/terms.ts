import { rounded } from './exact.ts'
import { pounds } from './pounds.ts'
import type { PriceFormula } from './price-formula.ts'
import { HIGHEST_SCORE, type Ranked, type Weighing } from './rank.ts'

const shown = (value: string): string => (value.includes('/') ? `${value} (${rounded(value)})` : value)

/** A total expanded to its terms, one line each; the exact numbers first, rounded ones in brackets. */
export function expand(
  ranked: Ranked,
  { criteria, priceFormula }: Pick<Weighing, 'criteria' | 'priceFormula'>,
): string[] {
  const title = (id: string) => criteria.find((criterion) => criterion.id === id)?.title ?? id
  const { price } = ranked
  return [
    ...ranked.criteria.map(
      ({ criterionId, weight, score, basis, points }) =>
        `${title(criterionId)}: ${weight} × ${shown(score)} ÷ ${HIGHEST_SCORE} = ${shown(points)} (${basis})`,
    ),
    `Quality: ${shown(ranked.quality)}`,
    ...ranked.belowMinimum.map((id) => `${title(id)}: below the minimum, so this tender is not ranked`),
    ...(price
      ? [
          `Price: ${priceTerm(priceFormula, price)}`,
          `Total: ${shown(ranked.quality)} + ${shown(price.points)} = ${shown(ranked.total)}`,
        ]
      : []),
    ...(ranked.tie ? [`Ahead of the next, which has an equal total, by ${ranked.tie.settledBy}`] : []),
  ]
}

/** How a price became its points, in one line. */
export function priceTerm(
  formula: PriceFormula,
  { pence, lowestPence, share, points }: NonNullable<Ranked['price']>,
): string {
  const [price, lowest] = [pounds(pence), pounds(lowestPence)]
  switch (formula.kind) {
    case 'lowest-over-price':
      return `${share} × ${lowest} ÷ ${price} = ${shown(points)}`
    case 'linear-to-ceiling': {
      const ceiling = pounds(formula.ceilingPence)
      if (pence >= formula.ceilingPence) return `${price} is not below the ceiling of ${ceiling}, so 0`
      return `${share} × (${ceiling} − ${price}) ÷ (${ceiling} − ${lowest}) = ${shown(points)}`
    }
    case 'fixed-per-amount': {
      const term = `${share} − ${formula.points} × (${price} − ${lowest}) ÷ ${pounds(formula.amountPence)}`
      return points === '0' ? `${term} is not above 0, so 0` : `${term} = ${shown(points)}`
    }
  }
}
