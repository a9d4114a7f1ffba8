import type { Program } from '../instance/program.ts'
import type { Tableau } from './tableau.ts'

/** Makes limits in whole numbers from prices in floating point: any prices give a true limit, good ones a close one. */
export interface Bounds {
  /** No point within the bounds of `node` weighs more than this whole number. */
  atMost(node: Tableau, prices: ArrayLike<number>): number
  /** Whether these prices of the rows prove that nothing within the bounds of `node` fulfils them all. */
  refute(node: Tableau, prices: ArrayLike<number>): boolean
}

/**
 * Weak duality: for a point x, Σ w·x = Σ p·(row sums) + Σ (w − pA)·x, and each part is at most what its bounds allow. Prices
 * are rounded to multiples of 1/scale, and everything is then counted in whole multiples of it, below 2^53.
 *
 * @throws RangeError where the weights are too large to be counted exactly
 */
export function boundsOf({ upper, rows }: Program, weights: readonly number[]): Bounds {
  const heaviest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1)
  const people = upper.reduce((sum, most) => sum + most, 1)
  const bits = Math.min(24, 46 - Math.ceil(Math.log2(heaviest)) - Math.ceil(Math.log2(people)))
  if (bits < 8) throw new RangeError('The weights are too large to be counted exactly.')
  const scale = 2 ** bits
  const rest = new Float64Array(upper.length)

  function limit(node: Tableau, prices: ArrayLike<number>, unit: number): number {
    for (let variable = 0; variable < upper.length; variable += 1) rest[variable] = (weights[variable] ?? 0) * unit
    let total = 0
    rows.forEach(({ of, times }, row) => {
      const price = Math.round((prices[row] ?? 0) * scale)
      if (price === 0) return
      const bound = (price > 0 ? node.high : node.low)[upper.length + row] ?? 0
      total += price * bound
      for (let at = 0; at < of.length; at += 1) {
        const variable = of[at] ?? 0
        rest[variable] = (rest[variable] ?? 0) - price * (times[at] ?? 0)
      }
    })
    for (let variable = 0; variable < upper.length; variable += 1) {
      const gain = rest[variable] ?? 0
      total += gain * ((gain > 0 ? node.high : node.low)[variable] ?? 0)
    }
    return Number.isSafeInteger(total) ? total : Number.POSITIVE_INFINITY
  }

  return {
    atMost: (node, prices) => Math.floor(limit(node, prices, scale) / scale),
    refute: (node, prices) => limit(node, prices, 0) < 0,
  }
}
