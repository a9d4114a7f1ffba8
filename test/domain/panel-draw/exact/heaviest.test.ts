import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fulfils, heaviest } from '../../../../domain/panel-draw/exact/heaviest.ts'
import type { Program } from '../../../../domain/panel-draw/instance/program.ts'

const program: fc.Arbitrary<Program> = fc
  .record({ upper: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 }), rows: fc.nat(4) })
  .chain(({ upper, rows }) =>
    fc
      .array(
        fc.record({
          times: fc.array(fc.integer({ min: -2, max: 3 }), { minLength: upper.length, maxLength: upper.length }),
          least: fc.integer({ min: -3, max: 4 }),
          range: fc.nat(5),
        }),
        { minLength: rows, maxLength: rows },
      )
      .map((limits) => ({
        upper,
        rows: limits.map(({ times, least, range }) => ({
          of: upper.map((_, variable) => variable),
          times,
          least,
          most: least + range,
        })),
      })),
  )

const points = ([most, ...others]: number[]): number[][] =>
  most === undefined
    ? [[]]
    : Array.from({ length: most + 1 }, (_, value) => value).flatMap((value) =>
        points(others).map((rest) => [value, ...rest]),
      )

describe('the heaviest point of a program, proven in whole numbers', () => {
  test('is what trying every point finds, also where there is none', () => {
    fc.assert(
      fc.property(
        program,
        fc.array(fc.integer({ min: -9, max: 20 }), { minLength: 5, maxLength: 5 }),
        (one, weights) => {
          const weigh = (point: number[]) => point.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
          const all = points(one.upper).filter((point) => fulfils(one, point))
          const most = all.length === 0 ? undefined : Math.max(...all.map(weigh))
          const found = heaviest(one, weights.slice(0, one.upper.length), -1_000)
          expect(found?.weight).toBe(most)
          if (!found || most === undefined) return
          expect(fulfils(one, found.point)).toBe(true)
          expect(weigh(found.point)).toBe(most)
          expect(heaviest(one, weights.slice(0, one.upper.length), most)).toBeUndefined()
          expect(heaviest(one, weights.slice(0, one.upper.length), most - 1, 'any')?.weight).toBe(most)
        },
      ),
      { seed: process.env['LONG'] ? Date.now() : 5, numRuns: process.env['LONG'] ? 50_000 : 2_000 },
    )
  })

  test('refuses weights that cannot be counted exactly', () => {
    expect(() => heaviest({ upper: [1], rows: [] }, [2 ** 45], -1)).toThrow(RangeError)
  })
})
