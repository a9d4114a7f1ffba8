import Fraction from 'fraction.js'
import { MOST_PENCE, TOO_MANY_PENCE } from '../pence.ts'
import * as z from '../zod.ts'
import { type Exact, exact, exactSchema } from './exact.ts'

const pence = z.int('Enter whole pence').min(1, 'Enter an amount above 0').max(MOST_PENCE, TOO_MANY_PENCE)

/** How a price becomes points: one of three (issue “From specification to award”, 2). */
const priceFormula = <P extends z.ZodType<string>>(points: P) =>
  z.discriminatedUnion('kind', [
    /** The share × the lowest price ÷ the price. */
    z.strictObject({ kind: z.literal('lowest-over-price') }),
    /** The share × (ceiling − price) ÷ (ceiling − lowest price); nothing from the ceiling on. */
    z.strictObject({ kind: z.literal('linear-to-ceiling'), ceilingPence: pence }),
    /** The share − points for each amount above the lowest price, in proportion for a part of it; never below nothing. */
    z.strictObject({
      kind: z.literal('fixed-per-amount'),
      amountPence: pence,
      points: points.refine(
        (value) => new Fraction(value).gt(0),
        'Enter the points that each amount costs: more than 0',
      ),
    }),
  ])

/** As it is kept: exact. */
export const priceFormulaSchema = priceFormula(exactSchema)
export type PriceFormula = z.infer<typeof priceFormulaSchema>
export type PriceFormulaKind = PriceFormula['kind']

/** As it is entered. @param points how points may be written; it gives an exact fraction */
export const enteredPriceFormula = <P extends z.ZodType<string>>(points: P) => priceFormula(points)

/**
 * What a price earns, exactly: from 0 to the whole `share`. The lowest price earns the whole share, unless it is at the
 * ceiling or above it.
 * @param pence 1 or more, and not below `lowestPence`
 */
export function pricePoints(
  formula: PriceFormula,
  { share, pence, lowestPence }: { share: Exact; pence: number; lowestPence: number },
): Exact {
  const whole = new Fraction(share)
  switch (formula.kind) {
    case 'lowest-over-price':
      return exact(whole.mul(lowestPence).div(pence))
    case 'linear-to-ceiling': {
      const { ceilingPence } = formula
      // The first case also keeps the divisor above 0: when this price is below the ceiling, so is the lowest.
      return pence >= ceilingPence ? '0' : exact(whole.mul(ceilingPence - pence).div(ceilingPence - lowestPence))
    }
    case 'fixed-per-amount': {
      const lost = new Fraction(formula.points).mul(pence - lowestPence).div(formula.amountPence)
      return lost.gte(whole) ? '0' : exact(whole.sub(lost))
    }
  }
}
