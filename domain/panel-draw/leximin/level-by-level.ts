import type { Program } from '../instance/program.ts'
import { Unsolved } from '../unsolved.ts'
import { Columns } from './columns.ts'
import { type FractionalLevel, TIGHT } from './fractional.ts'
import type { Panels } from './panels.ts'
import type { Rounds } from './party.ts'
import { atLeast, type Solver } from './solver.ts'
import type { SwapSearch } from './swap-search.ts'

/**
 * LEXIMIN straight over whole panels, one level after the other, by column generation (Flanigan et al., Nature 596, 2021). It is
 * slower than by fractions, and does not mind how little these say of whole panels.
 *
 * @param possible whether each party can be on a panel at all
 */
export function levelByLevel(
  panels: Panels,
  possible: readonly boolean[],
  program: Program,
  rounds: Rounds,
  swaps: SwapSearch,
  solver: Solver,
): { levels: FractionalLevel[]; shares: number[] } {
  const { parties } = rounds
  const people = (party: number) => parties[party]?.people ?? 0
  const none = parties.map(() => 0)
  using columns = new Columns(panels, none, program, rounds, swaps, solver)
  /** What every party of a round is owed: the level, or what it was given before. */
  const owe = (party: number, { level = 0, seats = 0 }) => {
    columns.model.changeValue(party, 0, -level)
    columns.model.changeBounds(party, atLeast(seats))
  }
  const levels: FractionalLevel[] = []
  let shares: number[] = []
  for (const round of rounds.rounds) {
    let open = round.filter((party) => possible[party])
    for (const party of open) owe(party, { level: people(party) })
    while (open.length > 0) {
      const best = columns.best()
      const { value, weights } = best
      const tight = open.filter((party) => (weights[party] ?? 0) * people(party) > TIGHT)
      if (tight.length === 0) throw new Unsolved('A level of the leximin binds nobody.')
      for (const party of tight) owe(party, { seats: value * people(party) })
      open = open.filter((party) => !tight.includes(party))
      levels.push({ value, weights })
      shares = best.shares
    }
  }
  return { levels, shares }
}
