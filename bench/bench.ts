import type { Spread } from './statistics.ts'

/** The whole measurement, or a tiny one that only shows that it works. */
export type Size = 'full' | 'tiny'

/** What a figure should reach: at most, or at least, so much. */
export type Reach = { most: number } | { least: number }

/** One number: a ratio of two things measured in the same run (`×`), or a count of something. Machines differ; these do not. */
export interface Figure extends Spread {
  what: string
  unit: string
  reach?: Reach
  /** Why it could not be measured here; its numbers are then 0. */
  absent?: string
}

/** What needs something that is not installed. */
export function notMeasured(what: string, why: string): Figure {
  return { what, unit: '×', value: 0, low: 0, high: 0, samples: 0, absent: why }
}

export interface Benchmark {
  name: string
  /** What is measured, and against what. */
  says: string
  run(size: Size): Promise<Figure[]>
}

export function reached({ value, reach, absent }: Figure): boolean | undefined {
  if (!reach || absent !== undefined) return undefined
  return 'most' in reach ? value <= reach.most : value >= reach.least
}
