import { expect } from 'vitest'
import type { Benchmark, Figure } from '../../bench/bench.ts'

/** The smallest run of a benchmark: that it measures at all, and that its figures are figures. By what they are called. */
export async function tinyRun(benchmark: Benchmark): Promise<Map<string, Figure>> {
  const figures = await benchmark.run('tiny')
  expect(figures.length).toBeGreaterThan(0)
  for (const { value, low, high, samples, absent } of figures) {
    expect(value).toBeGreaterThanOrEqual(0)
    expect(low).toBeLessThanOrEqual(value)
    expect(high).toBeGreaterThanOrEqual(value)
    expect(samples > 0).toBe(absent === undefined)
  }
  const byName = new Map(figures.map((figure) => [figure.what, figure]))
  expect(byName.size).toBe(figures.length)
  return byName
}
