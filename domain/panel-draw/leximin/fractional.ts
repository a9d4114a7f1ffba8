import type { Program } from '../instance/program.ts'
import { Unsolved } from '../unsolved.ts'
import type { Rounds } from './party.ts'
import { atLeast, atMost, FREE, type LinearModel, type Solver } from './solver.ts'

/** A limit that every panel keeps: its parties' weights come to at most `heaviest`. All whole numbers. */
export interface Cut {
  weights: number[]
  heaviest: number
}

export interface FractionalLevel {
  value: number
  /** What each party weighs in the argument that the level can be no higher. */
  weights: number[]
}

/** The chances of each party, per person of it, and how they were found. */
export interface FractionalLeximin {
  values: number[]
  levels: FractionalLevel[]
}

/** From how much weight on, in sum, a level binds who is in it. */
export const TIGHT = 1e-7

/**
 * LEXIMIN over *fractional* panels: seats divided at will among people, within the same limits and the cuts. A small program
 * without a list of panels; where its chances can be had with whole panels, they are the leximin chances.
 *
 * @param possible whether each party can be on a panel at all
 */
export function fractionalLeximin(
  program: Program,
  { parties, rounds, objective }: Rounds,
  possible: readonly boolean[],
  cuts: readonly Cut[],
  solver: Solver,
): FractionalLeximin {
  const limits = [
    ...program.rows,
    ...cuts.map(({ weights, heaviest }) => {
      const of = objective(program, weights).flatMap((weight, variable) => (weight > 0 ? [{ weight, variable }] : []))
      // In parts of the largest weight: solvers do not like large numbers.
      const largest = Math.max(...weights)
      const times = of.map(({ weight }) => weight / largest)
      return { of: of.map(({ variable }) => variable), times, ...atMost(heaviest / largest) }
    }),
  ]
  using model: LinearModel = solver.model([
    ...limits.map(({ least, most }) => ({ least, most })),
    ...parties.map(() => FREE),
  ])
  const LEVEL = 0
  model.add({ gain: 1, rows: [], values: [] })
  const entries = program.upper.map((): { rows: number[]; values: number[] } => ({ rows: [], values: [] }))
  const enter = (variable: number, row: number, value: number) => {
    entries[variable]?.rows.push(row)
    entries[variable]?.values.push(value)
  }
  limits.forEach(({ of, times }, row) => {
    of.forEach((variable, at) => {
      enter(variable, row, times[at] ?? 0)
    })
  })
  parties.forEach(({ variable }, party) => {
    enter(variable, limits.length + party, 1)
  })
  program.upper.forEach((most, variable) => {
    model.add({ gain: 0, most, ...(entries[variable] ?? { rows: [], values: [] }) })
  })

  const values = parties.map((): number | undefined => undefined)
  const levels: FractionalLevel[] = []
  const people = (party: number) => parties[party]?.people ?? 0
  for (const round of rounds) {
    for (const party of round) {
      if (possible[party]) {
        model.changeValue(limits.length + party, LEVEL, -people(party))
        model.changeBounds(limits.length + party, atLeast(0))
      } else values[party] = 0
    }
    for (;;) {
      const open = round.filter((party) => values[party] === undefined)
      if (open.length === 0) break
      program.everyStep?.()
      const { columns, prices } = model.solve()
      const value = columns[LEVEL] ?? 0
      const weights = parties.map((_, party) => Math.max(0, -(prices[limits.length + party] ?? 0)))
      const tight = open.filter((party) => (weights[party] ?? 0) * people(party) > TIGHT)
      if (tight.length === 0) throw new Unsolved('A level of the leximin binds nobody.')
      levels.push({ value, weights })
      for (const party of tight) {
        values[party] = value
        model.changeValue(limits.length + party, LEVEL, 0)
        model.changeBounds(limits.length + party, atLeast(value * people(party)))
      }
    }
  }
  return { values: values.map((value) => value ?? 0), levels }
}
