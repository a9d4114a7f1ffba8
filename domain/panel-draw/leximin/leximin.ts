import { type Program, programOf } from '../instance/program.ts'
import type { Selection } from '../instance/selection.ts'
import { type ProvenLevel, proveLevels } from '../proof/level.ts'
import { decompose } from './decompose.ts'
import { type Cut, type FractionalLevel, fractionalLeximin } from './fractional.ts'
import { levelByLevel } from './level-by-level.ts'
import { cover, Panels } from './panels.ts'
import { type Rounds, roundsOf } from './party.ts'
import type { Solver } from './solver.ts'
import { steer } from './steer.ts'
import { type SwapSearch, swapSearch } from './swap-search.ts'

/** The fairest lottery over panels, and why none is fairer. */
export interface Leximin {
  selection: Selection
  program: Program
  rounds: Rounds
  swaps: SwapSearch
  /** Level by level, from those who can be on no panel (0) up. */
  levels: ProvenLevel[]
  /** The panels it uses, by how many of each kind sit, and how likely each is. */
  panels: { panel: number[]; share: number }[]
}

/** None was needed in 1,216 of 1,221 random instances with few pairs apart, and one in the others. */
const MOST_CUTS = 3

/**
 * The LEXIMIN chances (requirements §5): the smallest chance is as large as the constraints allow, then the second smallest,
 * and so on; between the values of `fairBetween` first, and then between persons (Flanigan et al., Nature 596, 2021).
 *
 * First over fractional panels, a small program; then these chances are looked for among lotteries over whole panels. Where
 * there is no such lottery, the reason is a limit that all panels keep: with it, again. Where fractions say little of whole
 * panels, because many sit apart, level by level instead. Either way the end is exact, and the proof of each level is left over as prices.
 *
 * @returns undefined where no panel is possible
 */
export function leximin(selection: Selection, solver: Solver): Leximin | undefined {
  const program = programOf(selection)
  const rounds = roundsOf(selection)
  const swaps = swapSearch(selection)
  const panels = new Panels(selection, rounds)
  const covered = cover(panels, program, selection)
  const [anyPanel] = panels.found
  if (!anyPanel) return undefined
  const possible = rounds.parties.map(({ kinds }) => kinds.some((kind) => covered[kind]))
  const settled = (levels: readonly FractionalLevel[], shares: readonly number[]): Leximin => ({
    ...{ selection, program, rounds, swaps },
    levels: proveLevels(levels, possible, program, rounds, panels),
    panels: panels.found.map((panel, index) => ({ panel, share: shares[index] ?? 0 })).filter(({ share }) => share > 0),
  })
  const cuts: Cut[] = []
  while (cuts.length < MOST_CUTS) {
    const { values, levels } = fractionalLeximin(program, rounds, possible, cuts, solver)
    const target = rounds.parties.map(({ people }, party) => people * (values[party] ?? 0))
    const debts = target.map(() => 0)
    for (const panel of steer(rounds, swaps, anyPanel, 2 * selection.kinds.length, target, debts)) panels.add(panel)
    const found = decompose(panels, target, program, rounds, swaps, solver)
    if ('shares' in found) return settled(levels, found.shares)
    cuts.push(found.cut)
  }
  const { levels, shares } = levelByLevel(panels, possible, program, rounds, swaps, solver)
  return settled(levels, shares)
}
