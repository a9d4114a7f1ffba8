import type { Program } from '../instance/program.ts'
import { Columns } from './columns.ts'
import type { Cut } from './fractional.ts'
import type { Panels } from './panels.ts'
import type { Rounds } from './party.ts'
import { atLeast, type Solver } from './solver.ts'
import type { SwapSearch } from './swap-search.ts'

/** How likely each of the panels found is; or a limit that all panels keep and the target does not. */
export type Decomposition = { shares: number[] } | { cut: Cut }

const REACHED = 1 - 1e-9

/**
 * Panels, and how likely each is, so that the parties have the seats of the target (seats per panel): the largest part of the
 * target that panels can give. Where the whole is out of reach, the prices show why: a cut.
 */
export function decompose(
  panels: Panels,
  target: readonly number[],
  program: Program,
  rounds: Rounds,
  swaps: SwapSearch,
  solver: Solver,
): Decomposition {
  using columns = new Columns(panels, target, program, rounds, swaps, solver)
  target.forEach((_, party) => {
    columns.model.changeBounds(party, atLeast(0))
  })
  const { shares, cut } = columns.best(REACHED)
  return cut ? { cut } : { shares }
}
