import { describe, expect, test } from 'vitest'
import { type Figure, notMeasured, reached } from '../../bench/bench.ts'
import { type Result, table, withResults } from '../../bench/report.ts'
import { counted, quantile, spread } from '../../bench/statistics.ts'

const slow: Figure = { what: 'slow', unit: '×', ...spread([3, 1, 2, 10]), reach: { most: 2 } }
const cheap: Figure = { what: 'cheap', unit: 'bytes', ...counted(1_234_567), reach: { most: 2_000_000 } }

describe('a spread', () => {
  test('is the middle and the quarters', () => {
    expect(spread([5, 1, 3, 2, 4])).toEqual({ value: 3, low: 2, high: 4, samples: 5 })
    expect(quantile([1, 2], 0.95)).toBeCloseTo(1.95)
  })

  test('of nothing is refused', () => expect(() => spread([])).toThrow('Nothing was measured.'))
})

describe('a report', () => {
  test('says what was not reached', () => {
    expect([reached(slow), reached(cheap), reached({ ...cheap, reach: { least: 2_000_000 } })]).toEqual([
      false,
      true,
      false,
    ])
    const lines = table({ name: 'x', says: 'y' }, [slow, cheap]).split('\n')
    expect(lines[2]).toMatch(/^ {2}slow +2\.5 × +1\.75 – 4\.75 +4 +≤ 2 +NO$/)
    expect(lines[3]).toMatch(/^ {2}cheap +1,234,567 bytes +≤ 2,000,000 +yes$/)
  })

  test('says what could not be measured, and why', () => {
    const lines = table({ name: 'x', says: 'y' }, [notMeasured('as fast as another', 'it is not installed')]).split(
      '\n',
    )
    expect(lines[2]?.trim()).toMatch(/^as fast as another \(it is not installed\) +not measured$/)
  })

  test('replaces the last one on the page, and nothing else', () => {
    const result: Result = {
      name: 'x',
      says: 'Y.',
      at: '2026-01-05T09:00:00.000Z',
      node: '24',
      processors: 2,
      seconds: 40,
      figures: [slow],
    }
    const page = 'before\n<!-- generated: the last results -->\nold\n<!-- end of generated -->\nafter'
    const written = withResults(page, [result])
    expect(written).toMatch(/^before\n<!-- generated.*\n<!-- end of generated -->\nafter$/s)
    expect(written).not.toContain('old')
    expect(written).toContain('(2026-01-05, Node 24, 2 processors, measured in 40 s)')
    expect(written).toContain('| slow | 2.5 × | 1.75 – 4.75 | 4 | ≤ 2 | NO |')
    expect(() => withResults('no marks', [result])).toThrow('lacks its marks')
  })
})
