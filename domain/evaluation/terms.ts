import Fraction from 'fraction.js'
import { exact, rounded } from './exact.ts'
import { HIGHEST_SCORE, type Ranked, type Weighing } from './rank.ts'

const shown = (value: string): string => (value.includes('/') ? `${value} (${rounded(value)})` : value)
const pounds = (pence: number): string => `£${rounded(exact(new Fraction(pence, 100)))}`

/** A total expanded to its terms, one line each; the exact numbers first, rounded ones in brackets. */
export function expand(ranked: Ranked, titles: Weighing['criteria']): string[] {
  const title = (id: string) => titles.find((criterion) => criterion.id === id)?.title ?? id
  const { price } = ranked
  return [
    ...ranked.criteria.map(
      ({ criterionId, weight, score, basis, points }) =>
        `${title(criterionId)}: ${weight} × ${shown(score)} ÷ ${HIGHEST_SCORE} = ${shown(points)} (${basis})`,
    ),
    `Quality: ${shown(ranked.quality)}`,
    ...ranked.belowMinimum.map((id) => `${title(id)}: below the minimum, so this tender has no place`),
    ...(price
      ? [
          `Price: ${price.share} × ${pounds(price.lowestPence)} ÷ ${pounds(price.pence)} = ${shown(price.points)}`,
          `Total: ${shown(ranked.quality)} + ${shown(price.points)} = ${shown(ranked.total)}`,
        ]
      : []),
    ...(ranked.tie ? [`Before the next, with an equal total, by ${ranked.tie.settledBy}`] : []),
  ]
}
