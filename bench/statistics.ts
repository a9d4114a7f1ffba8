/** The middle of the samples, and the quarters around it. */
export interface Spread {
  value: number
  low: number
  high: number
  samples: number
}

/** @param share between 0 and 1; what lies between two samples is interpolated */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (below === undefined || above === undefined) throw new Error('Nothing was measured.')
  return below + (above - below) * (place % 1)
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

export const spread = (samples: readonly number[]): Spread => ({
  value: median(samples),
  low: quantile(samples, 0.25),
  high: quantile(samples, 0.75),
  samples: samples.length,
})

/** What was counted once, and would be the same again. */
export const counted = (value: number): Spread => ({ value, low: value, high: value, samples: 1 })
