import Fraction from 'fraction.js'
import type { Instance } from './instance/instance.ts'
import { type Selection, selectionOf } from './instance/selection.ts'
import { leximin } from './leximin/leximin.ts'
import type { Solver } from './leximin/solver.ts'
import { uniformLottery } from './lottery/lottery.ts'
import { type ProvenLevel, valuesOf } from './proof/level.ts'
import type { EveryStep } from './unsolved.ts'

export interface FairLottery {
  selection: Selection
  /** Each person's exact chance, by their index in `selection.people`. */
  chances: Fraction[]
  levels: ProvenLevel[]
  /** Equally likely panels of people, by their index in `selection.people`. */
  panels: number[][]
}

/**
 * The fairest lottery over panels as a list of `count` equally likely ones, with the proof that none is fairer.
 *
 * @returns undefined where no panel is possible
 * @throws Unsolved
 */
export function fairLottery(
  instance: Instance,
  solver: Solver,
  count: number,
  everyStep?: EveryStep,
): FairLottery | undefined {
  const selection = selectionOf(instance, everyStep)
  const found = leximin(selection, solver)
  if (!found) return undefined
  const values = valuesOf(found.levels, found.rounds).parties.map((value) => value ?? new Fraction(0))
  return {
    selection,
    chances: chancesOf(selection, values),
    levels: found.levels,
    panels: uniformLottery(found, values, count),
  }
}

/** @param values of each party, per person */
export function chancesOf({ people, kinds, parties }: Selection, values: readonly Fraction[]): Fraction[] {
  const chances = people.map(() => new Fraction(0))
  kinds.forEach((kind, index) => {
    for (const person of kind.people) chances[person] = values[parties.length + index] ?? new Fraction(0)
  })
  return chances
}
