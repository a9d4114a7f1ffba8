import Fraction from 'fraction.js'

/** How equal chances are; all zero where there is nobody. */
export interface Summary {
  minimum: number
  maximum: number
  /** 0 where all are equal. */
  gini: number
  geometricMean: number
}

/** @param chances of each person, exact */
export function summaryOf(chances: readonly Fraction[]): Summary {
  const rising = [...chances].sort((one, other) => one.compare(other))
  const [first, last] = [rising[0], rising.at(-1)]
  if (!first || !last) return { minimum: 0, maximum: 0, gini: 0, geometricMean: 0 }
  const people = rising.length
  const sum = rising.reduce((total, chance) => total.add(chance), new Fraction(0))
  const ranked = rising.reduce((total, chance, at) => total.add(chance.mul(2 * at + 1 - people)), new Fraction(0))
  const logarithms = rising.reduce((total, chance) => total + Math.log(chance.valueOf()), 0)
  return {
    minimum: first.valueOf(),
    maximum: last.valueOf(),
    gini: sum.equals(0) ? 0 : ranked.div(sum.mul(people)).valueOf(),
    geometricMean: Math.exp(logarithms / people),
  }
}
