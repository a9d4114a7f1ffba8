import Fraction from 'fraction.js'
import { fairLottery } from '../../domain/panel-draw/fair-lottery.ts'
import type { Instance } from '../../domain/panel-draw/instance/instance.ts'
import { type NamedRelaxation, relaxationsOf } from '../../domain/panel-draw/instance/named-relaxations.ts'
import type { Solver } from '../../domain/panel-draw/leximin/solver.ts'
import type { EveryStep } from '../../domain/panel-draw/unsolved.ts'
import { differentPanels } from '../../domain/panel-draw/view.ts'
import { type Summary, summaryOf } from './summary.ts'

export interface RowOutcome {
  /** From 0. */
  row: number
  count: number
  /** Of each person of the row: a number, and exactly; 0 of 0 people. */
  chance: number
  exact: string
  /** Of how many panels of the list each is a member: the fewest and the most of the row’s people. */
  inPanels: [number, number]
}

export type Outcome =
  | ({
      feasible: true
      rows: RowOutcome[]
      /** How many panels the lottery lists, and how many of them differ. */
      panels: number
      differentPanels: number
      seconds: number
    } & Summary)
  | { feasible: false; relaxations: NamedRelaxation[]; seconds: number }

/**
 * Everybody’s chance in the fairest lottery of `count` panels; where there is none, the smallest relaxations.
 *
 * @throws Unsolved
 */
export function outcomeOf(instance: Instance, solver: Solver, count: number, everyStep?: EveryStep): Outcome {
  const begun = performance.now()
  const lottery = fairLottery(instance, solver, count, everyStep)
  const relaxations = lottery ? [] : relaxationsOf(instance, everyStep)
  const seconds = Math.round(performance.now() - begun) / 1_000
  if (!lottery) return { feasible: false, relaxations, seconds }
  const { nominees, chances, panels } = lottery
  const sat = nominees.map(() => 0)
  for (const panel of panels) for (const nominee of panel) sat[nominee] = (sat[nominee] ?? 0) + 1
  const ofRow = instance.pool.map((): number[] => [])
  nominees.forEach((row, nominee) => {
    ofRow[row]?.push(nominee)
  })
  return {
    feasible: true,
    rows: ofRow.map((people, row) => {
      const exact = chances[people[0] ?? -1] ?? new Fraction(0)
      const times = people.length === 0 ? [0] : people.map((person) => sat[person] ?? 0)
      const inPanels: [number, number] = [Math.min(...times), Math.max(...times)]
      return { row, count: people.length, chance: exact.valueOf(), exact: exact.toFraction(), inPanels }
    }),
    ...summaryOf(chances),
    panels: panels.length,
    differentPanels: differentPanels(panels),
    seconds,
  }
}
