import { pounds } from '../evaluation/pounds.ts'
import type { PriceFormula } from '../evaluation/price-formula.ts'
import { priceFormulas } from './template.ts'

/** A formula with its numbers, in a line: `Linear between the lowest price and a ceiling of £300,000.00`. */
export function priceFormulaInWords(formula: PriceFormula): string {
  switch (formula.kind) {
    case 'lowest-over-price':
      return priceFormulas['lowest-over-price'].name
    case 'linear-to-ceiling':
      return `${priceFormulas['linear-to-ceiling'].name} of ${pounds(formula.ceilingPence)}`
    case 'fixed-per-amount':
      return `${formula.points} points for each ${pounds(formula.amountPence)} above the lowest price`
  }
}
