import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownershipOf, WHOLE } from '../../../domain/conflict/ownership.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { checkAnn, tied } from './locality.ts'
import { runs } from './runs.ts'

const organisation = (id: string, owns: [string, number][]): [string, Organisation] => [
  id,
  {
    ...{ id, name: id, kind: 'provider', aliases: [], areas: [] },
    owns: owns.map(([organisationId, basisPoints]) => ({ organisationId, basisPoints })),
  },
]
const of = (rows: [string, [string, number][]][]) => ownershipOf(new Map(rows.map((row) => organisation(...row))))
const percent = (share: number) => (share / WHOLE) * 100

describe('ownership', () => {
  test('multiplies along a chain, and adds chains up', () => {
    const owned = of([
      [
        'p',
        [
          ['f', 1_200],
          ['x', 100],
        ],
      ],
      ['f', [['x', 4_000]]],
      ['x', []],
    ])
    expect(percent(owned.share('p', 'x'))).toBeCloseTo(5.8, 9)
    expect(owned.chain('p', 'x').map(({ owned: id }) => id)).toEqual(['f', 'x'])
    expect(owned.share('x', 'p')).toBe(0)
    expect(owned.chain('x', 'p')).toEqual([])
  })

  test('a circle is counted round and round, as far as it goes', () => {
    const owned = of([
      ['a', [['b', 5_000]]],
      [
        'b',
        [
          ['a', 5_000],
          ['x', 1_000],
        ],
      ],
      ['x', []],
    ])
    // 10 % / (1 − ½ · ½)
    expect(percent(owned.share('b', 'x'))).toBeCloseTo(40 / 3, 6)
    expect(percent(owned.share('a', 'x'))).toBeCloseTo(20 / 3, 6)
  })

  test('organisations that own one another wholly come to an end, at the whole', () => {
    const owned = of([
      [
        'a',
        [
          ['b', 10_000],
          ['x', 1],
        ],
      ],
      ['b', [['a', 10_000]]],
      ['x', []],
    ])
    expect(owned.share('a', 'x')).toBe(WHOLE)
    expect(owned.chain('b', 'x').map(({ owned: id }) => id)).toEqual(['a', 'x'])
  })

  test.each([
    [10_000, 10, 50, 100],
    [10_000, 10, 10, 10],
    [9_999, 10, 50, 100],
  ])(
    'a circle that hardly leaks (%i of 10,000) comes to its end at once, however small a part it turns over',
    (round, ...parts) => {
      const [first = 0, second = 0, third = 0] = parts
      const owned = of([
        [
          'a',
          [
            ['b', round],
            ['y', first],
          ],
        ],
        ['b', [['a', round]]],
        ['y', [['z', second]]],
        ['z', [['t', third]]],
        ['t', []],
      ])
      const through = (first * second * third) / 10_000 ** 3
      const whole = round === 10_000 ? 1 : Math.min(1, through / (1 - (round / 10_000) ** 2))
      expect(owned.share('a', 't') / WHOLE).toBeCloseTo(whole, 6)
      expect(owned.share('b', 't') / WHOLE).toBeCloseTo(Math.min(1, (whole * round) / 10_000), 6)
      expect(owned.chain('b', 't').map(({ owned: id }) => id)).toEqual(['a', 'y', 'z', 't'])
    },
  )

  test('who owns themselves, and what the register does not know, counts for nothing', () => {
    const owned = of([
      [
        'a',
        [
          ['a', 5_000],
          ['nobody', 10_000],
        ],
      ],
    ])
    expect(owned.share('a', 'nobody')).toBe(0)
  })

  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const edges = fc.array(
    fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.integer({ min: 1, max: 10_000 })),
    { maxLength: 14 },
  )
  const graph = (rows: [string, string, number][]) =>
    of(names.map((name) => [name, rows.filter(([owner]) => owner === name).map(([, owned, part]) => [owned, part])]))

  test('does not depend on the order in which shares were entered, and circles always end', () =>
    fc.assert(
      fc.property(edges, fc.integer(), (rows, salt) => {
        const other = [...rows].sort((one, two) => ((one[2] * salt) % 97) - ((two[2] * salt) % 97))
        for (const holder of names)
          for (const target of names) {
            expect(graph(other).share(holder, target)).toBe(graph(rows).share(holder, target))
            expect(graph(other).chain(holder, target)).toEqual(graph(rows).chain(holder, target))
          }
      }),
      runs(30, 2_000),
    ))

  test('another share never makes anybody’s smaller', () =>
    fc.assert(
      fc.property(edges, edges, (rows, more) => {
        const [less, all] = [graph(rows), graph([...rows, ...more])]
        for (const holder of names)
          for (const target of names)
            expect(all.share(holder, target)).toBeGreaterThanOrEqual(less.share(holder, target))
      }),
      runs(60, 5_000),
    ))
})

describe('shares add up', () => {
  test.each([
    [99, 'flagged'],
    [100, 'barred'],
  ])('under one per cent is small, and one per cent is not: %i hundredths', (basisPoints, result) =>
    expect(checkAnn([tied('northmere', 'owner', { basisPoints })]).result).toBe(result),
  )

  test('two small holdings that come to one per cent bar', () => {
    const small = [tied('hearthlight', 'owner', { basisPoints: 60 }), tied('stillwater', 'owner', { basisPoints: 900 })]
    // 0.6 % itself, and 9% of Stillwater’s 5 %: 0.45 %, and a little more round the circle.
    expect(checkAnn([small[0] ?? tied('', 'other')]).result).toBe('flagged')
    expect(checkAnn(small).findings.map(({ rule }) => rule)).toContain('bar-this-case')
  })

  test('an owner of unknown size is taken for a large one', () =>
    expect(checkAnn([tied('hearthlight', 'owner')]).result).toBe('barred'))
})
