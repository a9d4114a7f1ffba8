import Fraction from 'fraction.js'
import { digest } from '../record/chain.ts'
import type { Instance } from './instance/instance.ts'
import { type Selection, selectionOf } from './instance/selection.ts'
import { leximin } from './leximin/leximin.ts'
import type { Solver } from './leximin/solver.ts'
import { uniformLottery } from './lottery/lottery.ts'
import { inOrder, mixed } from './lottery/mix.ts'
import { type ProvenLevel, valuesOf } from './proof/level.ts'
import type { EveryStep } from './unsolved.ts'

export interface FairLottery {
  selection: Selection
  /** For each nominee, numbered in the order of the pool, the row that they are of. */
  nominees: number[]
  /** Each nominee's exact chance. */
  chances: Fraction[]
  levels: ProvenLevel[]
  /** Panels of nominees that give these chances, and as few different ones as were needed for it. */
  unmixed: number[][]
  /** Equally likely panels of nominees: those, mixed. */
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
  const chances = chancesOf(selection, values)
  const people = byRow(selection)
  const numberOf = new Map(people.map(({ person }, nominee) => [person, nominee]))
  const unmixed = uniformLottery(found, values, count)
    .map((panel) => panel.map((person) => numberOf.get(person) ?? -1).sort((one, other) => one - other))
    .sort(inOrder)
  return {
    selection,
    nominees: people.map(({ row }) => row),
    chances: people.map(({ person }) => chances[person] ?? new Fraction(0)),
    levels: found.levels,
    unmixed,
    panels: mixedPanels(instance, selection, unmixed),
  }
}

/**
 * The panels of a lottery, mixed. What they are mixed by follows from the instance and from themselves: whoever wants other panels has to
 * begin with others, and cannot know what comes of them.
 *
 * @param unmixed panels of nominees, numbered in the order of the pool
 */
export function mixedPanels(instance: Instance, selection: Selection, unmixed: readonly number[][]): number[][] {
  const kinds = new Map(selection.kinds.flatMap(({ people }, kind) => people.map((person) => [person, kind] as const)))
  const kindOf = byRow(selection).map(({ person }) => kinds.get(person) ?? -1)
  return mixed(unmixed, selection, kindOf, digest({ instance, panels: unmixed }))
}

/** @param values of each party, per person */
export function chancesOf({ people, kinds, parties }: Selection, values: readonly Fraction[]): Fraction[] {
  const chances = people.map(() => new Fraction(0))
  kinds.forEach((kind, index) => {
    for (const person of kind.people) chances[person] = values[parties.length + index] ?? new Fraction(0)
  })
  return chances
}

/** People in the order of the pool. */
const byRow = ({ people }: Selection) =>
  people.map((row, person) => ({ row, person })).sort((one, other) => one.row - other.row || one.person - other.person)
