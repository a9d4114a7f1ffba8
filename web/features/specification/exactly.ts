import Fraction from 'fraction.js'

/** An exact number as it is read: `25/2` is `12.5`; what no decimal says exactly stays a fraction, `85/3`. */
export function exactly(value: string): string {
  const fraction = new Fraction(value)
  const decimal = fraction.toString()
  return decimal.includes('(') ? fraction.toFraction(true) : decimal
}

/** The same rounded to two places, where the exact number stands beside it. */
export const rounded = (value: string): string => new Fraction(value).round(2).toString()

/** The sum of what was typed; undefined while a part of it is no number of points. */
export function totalOf(typed: readonly string[]): Fraction | undefined {
  const isNumber = /^\d{1,3}(\.\d{1,6}|\/[1-9]\d{0,5})?$/
  if (!typed.every((one) => isNumber.test(one.trim()))) return undefined
  return typed.reduce((sum, one) => sum.add(new Fraction(one.trim())), new Fraction(0))
}
