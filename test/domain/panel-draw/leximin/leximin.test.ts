import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { chancesOf } from '../../../../domain/panel-draw/fair-lottery.ts'
import { type Instance, instanceSchema } from '../../../../domain/panel-draw/instance/instance.ts'
import { selectionOf } from '../../../../domain/panel-draw/instance/selection.ts'
import { leximin } from '../../../../domain/panel-draw/leximin/leximin.ts'
import { checkLevels } from '../../../../domain/panel-draw/proof/check.ts'
import { highsSolver } from '../../../../functions/runtime/highs-solver.ts'
import { leximinByOracle } from './oracle.ts'
import { instances } from './random-instances.ts'

const solver = await highsSolver()
const long = process.env['LONG'] === '1'
const runs = { seed: long ? Date.now() : 2_021, numRuns: long ? 5_000 : 500 }

/** The chance of each row of the pool, by a proof that was checked; undefined where no panel is feasible. */
function chancesByRow(instance: Instance): Fraction[] | undefined {
  const selection = selectionOf(instance)
  const found = leximin(selection, solver)
  if (!found) return undefined
  const { problems, parties } = checkLevels(found.levels, found.program, found.rounds)
  expect(problems).toEqual([])
  const persons = chancesOf(
    selection,
    parties.map((value) => value ?? new Fraction(-1)),
  )
  return instance.pool.map((_, row) => persons[selection.people.indexOf(row)] ?? new Fraction(0))
}

const inNumbers = (chances: Fraction[] | undefined) => chances?.map((chance) => chance.valueOf())
const exactly = (chances: Fraction[] | undefined) => chances?.map((chance) => chance.toFraction())

describe('leximin chances (requirements §5)', () => {
  test('are those of an oracle that enumerates every feasible panel, and their proof holds', () => {
    let feasible = 0
    fc.assert(
      fc.property(instances, (instance) => {
        const [chances, expected] = [inNumbers(chancesByRow(instance)), leximinByOracle(instance)]
        expect(chances === undefined).toBe(expected === undefined)
        chances?.forEach((chance, row) => {
          expect(Math.abs(chance - (expected?.[row] ?? -1))).toBeLessThan(1e-6)
        })
        feasible += chances ? 1 : 0
      }),
      runs,
    )
    expect(feasible).toBeGreaterThan(runs.numRuns / 3)
  })

  test('do not change with the order of the pool, nor with names', () => {
    fc.assert(
      fc.property(instances, fc.infiniteStream(fc.nat()), (instance, numbers) => {
        const order = instance.pool
          .map((_, row) => ({ row, by: numbers.next().value ?? 0 }))
          .sort((one, other) => one.by - other.by)
          .map(({ row }) => row)
        const shuffled = {
          ...instance,
          pool: order.map((row) => ({
            ...instance.pool[row],
            practice: `z${instance.pool[row]?.['practice']}`,
            nobody: row,
          })),
          apart: instance.apart.map(([one, other]): [number, number] => [order.indexOf(one), order.indexOf(other)]),
        }
        const [given, after] = [exactly(chancesByRow(instance)), exactly(chancesByRow(shuffled))]
        expect(after).toEqual(given && order.map((row) => given[row]))
      }),
      { ...runs, numRuns: runs.numRuns / 5 },
    )
  })

  test('a practice gains nothing by nominating five alike instead of one', () => {
    const fair = fc.constantFrom({ atMostOnePer: 'practice', fairBetween: 'practice' })
    fc.assert(
      fc.property(instances, fair, fc.nat(11), (given, rules, chosen) => {
        const row = chosen % given.pool.length
        const instance = { ...given, ...rules, apart: [] }
        const five = { ...instance, pool: instance.pool.map((one, at) => (at === row ? { ...one, count: 5 } : one)) }
        const of = (chances: Fraction[] | undefined, times: number) =>
          chances && practiceSum(instance, row, (at) => (chances[at] ?? new Fraction(0)).mul(at === row ? times : 1))
        expect(of(chancesByRow(five), 5)).toEqual(of(chancesByRow(instance), 1))
      }),
      { ...runs, numRuns: runs.numRuns / 5 },
    )
  })

  test('between practices first: one of three nominees has a third of their practice’s chance', () => {
    const pool = [{ practice: 'a' }, { practice: 'a' }, { practice: 'a' }, { practice: 'b' }, { practice: 'c' }]
    const rules = { panelSize: 1, pool, atMostOnePer: 'practice' }
    const between = instanceSchema.parse({ ...rules, fairBetween: 'practice' })
    expect(exactly(chancesByRow(between))).toEqual(['1/9', '1/9', '1/9', '1/3', '1/3'])
    expect(exactly(chancesByRow(instanceSchema.parse(rules)))).toEqual(['1/5', '1/5', '1/5', '1/5', '1/5'])
  })

  test('who sits already takes the seat of their practice and counts towards the quotas', () => {
    const instance = instanceSchema.parse({
      panelSize: 2,
      sitting: [{ practice: 'a', role: 'nurse' }],
      pool: [
        { practice: 'a', role: 'gp' },
        { practice: 'b', role: 'gp' },
        { practice: 'c', role: 'gp' },
        { practice: 'd', role: 'nurse' },
      ],
      quotas: [{ category: 'role', feature: 'nurse', min: 1, max: 1 }],
      atMostOnePer: 'practice',
    })
    expect(exactly(chancesByRow(instance))).toEqual(['0', '1/2', '1/2', '0'])
  })

  const vector = new URL('../../../../../shared/vectors/sortition-example-small.json', import.meta.url)
  test.skipIf(!existsSync(vector))('reach the published example: everybody 10 % (skipped without ../shared)', () => {
    const example = z.looseObject({
      expected: z.looseObject({ leximinMinimumProbability: z.number() }),
      source: z.string(),
    })
    const { expected, source: _, ...instance } = example.parse(JSON.parse(readFileSync(vector, 'utf8')))
    const chances = inNumbers(chancesByRow(instanceSchema.parse(instance)))
    expect(chances).toEqual([0.1, 0.1, 0.1])
    expect(expected.leximinMinimumProbability).toBe(0.1)
  })
})

function practiceSum({ pool }: Instance, row: number, of: (row: number) => Fraction): string {
  const practice = pool[row]?.['practice']
  return pool
    .reduce((sum, one, at) => (one['practice'] === practice ? sum.add(of(at)) : sum), new Fraction(0))
    .toFraction()
}
