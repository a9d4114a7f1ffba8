const MOST = 2 ** 22

/**
 * Whole numbers in the proportions of what a solver found in floating point, the smallest there are where they are small;
 * else rounded ones, of which the largest is `finest`. They are a guess: whatever they are, what they prove is computed from them exactly.
 */
export function inWholeNumbers(weights: readonly number[], finest = 2 ** 20): number[] {
  const largest = Math.max(...weights)
  const ratios = weights.map((weight) => (weight < largest * 1e-8 ? 0 : weight / largest))
  let scale = 1
  for (const ratio of ratios) {
    scale *= denominatorOf(ratio * scale)
    if (scale > MOST) return ratios.map((one) => Math.ceil(one * finest - 0.5))
  }
  return ratios.map((ratio) => Math.round(ratio * scale))
}

/** The smallest whole number that makes a whole number of the ratio, by continued fractions; infinite where none is small. */
function denominatorOf(ratio: number): number {
  let [before, denominator, rest] = [0, 1, ratio]
  while (Math.abs(ratio * denominator - Math.round(ratio * denominator)) > 1e-6) {
    const fraction = rest - Math.floor(rest)
    if (denominator > MOST || fraction < 1e-9) return Number.POSITIVE_INFINITY
    rest = 1 / fraction
    const next = Math.floor(rest) * denominator + before
    before = denominator
    denominator = next
  }
  return denominator
}
