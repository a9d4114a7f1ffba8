import { heaviest } from '../exact/heaviest.ts'
import type { Composition, Program } from '../instance/program.ts'
import { Unsolved } from '../unsolved.ts'
import type { Cut } from './fractional.ts'
import { type Panels, weigh } from './panels.ts'
import type { Rounds } from './party.ts'
import { inWholeNumbers } from './proportions.ts'
import { atLeast, atMost, type Solver } from './solver.ts'
import type { SwapSearch } from './swap-search.ts'

/** How likely each of the panels found is; or a limit that all panels keep and the target does not. */
export type Decomposition = { shares: number[] } | { cut: Cut }

const AT_ONCE = 20
const REACHED = 1 - 1e-9

/**
 * Panels, and how likely each is, so that the parties have the seats of the target (seats per panel), by column generation:
 * the largest part of the target that the panels found so far can give; then panels that would give more, by exchanging
 * members of those in use and, when that finds nothing, by an exact search. Where the whole is out of reach, the prices show
 * why: a cut.
 */
export function decompose(
  panels: Panels,
  target: readonly number[],
  program: Program,
  rounds: Rounds,
  { climb }: SwapSearch,
  solver: Solver,
): Decomposition {
  const { parties, seated, objective } = rounds
  const first = rounds.rounds.length > 1 ? (rounds.rounds[0]?.length ?? 0) : 0
  const convexity = parties.length
  using model = solver.model([...parties.map(() => atLeast(0)), atMost(1)])
  model.add({ gain: 1, rows: parties.map((_, party) => party), values: target.map((seats) => -seats) })
  let entered = 0
  const enterNew = () => {
    for (; entered < panels.found.length; entered += 1) {
      const counts = panels.seated[entered] ?? []
      const rows = counts.flatMap((count, party) => (count > 0 ? [party] : []))
      model.add({ gain: 0, rows: [...rows, convexity], values: [...rows.map((party) => counts[party] ?? 0), 1] })
    }
  }
  for (;;) {
    program.everyStep?.()
    enterNew()
    const { columns, prices } = model.solve()
    const shares = Array.from(columns.subarray(1))
    if ((columns[0] ?? 0) >= REACHED) return { shares }
    const weights = parties.map((_, party) => Math.max(0, -(prices[party] ?? 0)))
    const known = prices[convexity] ?? 0
    const climbed = (panel: Composition) =>
      climb(panel, { parties: weights.slice(0, first), kinds: weights.slice(first) }, 1e-10)

    let fresh = 0
    for (let index = 0; index < shares.length && fresh < AT_ONCE; index += 1) {
      if ((shares[index] ?? 0) <= 1e-9) continue
      const better = climbed(panels.found[index] ?? [])
      if (weigh(seated(better), weights) > known + 1e-9 && panels.add(better)) fresh += 1
    }
    if (fresh > 0) continue
    const whole = inWholeNumbers(weights)
    const most = panels.heaviest(whole)
    const heavier = heaviest(program, objective(program, whole), most)
    if (!heavier) return { cut: { weights: whole, heaviest: most } }
    const panel = heavier.point.slice(0, parties.length - first)
    if (!panels.add(climbed(panel)) && !panels.add(panel)) throw new Unsolved('A search found a panel that it knew.')
  }
}
