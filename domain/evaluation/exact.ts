import Fraction from 'fraction.js'
import * as z from '../zod.ts'

/** An exact number that is 0 or more, as `7/2` or `3`: scores, weights and totals are never binary floating point. */
export const exactSchema = z.string().regex(/^\d+(\/[1-9]\d*)?$/, 'must be an exact number such as 7/2')
export type Exact = z.infer<typeof exactSchema>

/** An exact number that may be below 0: how far two are apart. */
export const signedSchema = z.string().regex(/^-?\d+(\/[1-9]\d*)?$/, 'must be an exact number such as -7/2')
export type Signed = z.infer<typeof signedSchema>

export const signed = (value: Fraction): Signed => value.toFraction()

/** `−0.67`, with the sign that is read as a minus. */
export const roundedSigned = (value: Signed, places = 2): string =>
  value.startsWith('-') ? `−${rounded(value.slice(1), places)}` : rounded(value, places)

export const exact = (value: Fraction): Exact => value.toFraction()

/** `45.83`: rounded to so many places, halves up. Only for showing; nothing is reckoned with it. */
export function rounded(value: Exact, places = 2): string {
  const { n, d } = new Fraction(value)
  const scale = 10n ** BigInt(places)
  const scaled = (n * scale * 2n + d) / (d * 2n)
  const fraction = String(scaled % scale).padStart(places, '0')
  return places === 0 ? String(scaled) : `${scaled / scale}.${fraction}`
}

/** `4`, `3.5`, `2.71`: scores and weights, as they are read; what a score earned has two places always. */
export const plain = (value: Exact): string => rounded(value).replace(/\.?0+$/, '')

export const sum = (values: Fraction[]): Fraction => values.reduce((total, value) => total.add(value), new Fraction(0))

/** @param values at least one */
export function mean(values: readonly number[]): Fraction {
  return sum(values.map((value) => new Fraction(value))).div(values.length)
}

/** The middle value, or the mean of the two in the middle. @param values at least one */
export const median = (values: readonly number[]): Fraction => medianOf(values.map((value) => new Fraction(value)))

/** The same of exact numbers. */
export function medianOf(values: readonly Fraction[]): Fraction {
  const sorted = [...values].sort((one, other) => one.compare(other))
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) throw new Error('The median of no values does not exist.')
  return low.add(high).div(2)
}
