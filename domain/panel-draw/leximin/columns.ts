import { heaviest } from '../exact/heaviest.ts'
import type { Composition, Program } from '../instance/program.ts'
import { Unsolved } from '../unsolved.ts'
import type { Cut } from './fractional.ts'
import { type Panels, weigh } from './panels.ts'
import type { Rounds } from './party.ts'
import { inWholeNumbers } from './proportions.ts'
import { atMost, FREE, type LinearModel, type Solver } from './solver.ts'
import type { SwapSearch } from './swap-search.ts'

const AT_ONCE = 20

/** The end of a column generation. */
export interface Best {
  /** Of what was maximised. */
  value: number
  /** How likely each of the panels found is. */
  shares: number[]
  /** What each party weighs in the argument that there is no more. */
  weights: number[]
  /** Why no other panel gives more; undefined where what was found is enough. */
  cut?: Cut
}

/**
 * Lotteries over the panels found so far, as a linear program with a row for each party, what it has, and one column that is
 * maximised: how much of something each party is owed. Panels that would give more are added as long as there are any, by exchanging members of
 * those in use and, when that finds nothing, by an exact search.
 */
export class Columns implements Disposable {
  readonly model: LinearModel
  private entered = 0
  private readonly panels: Panels
  private readonly program: Program
  private readonly rounds: Rounds
  private readonly swaps: SwapSearch

  /** @param owed of what is maximised, to each party */
  constructor(
    panels: Panels,
    owed: readonly number[],
    program: Program,
    rounds: Rounds,
    swaps: SwapSearch,
    solver: Solver,
  ) {
    this.panels = panels
    this.program = program
    this.rounds = rounds
    this.swaps = swaps
    this.model = solver.model([...owed.map(() => FREE), atMost(1)])
    this.model.add({ gain: 1, rows: owed.map((_, party) => party), values: owed.map((seats) => -seats) })
  }

  /** @param enough of what is maximised */
  best(enough = Number.POSITIVE_INFINITY): Best {
    for (;;) {
      this.program.everyStep?.()
      this.enterNew()
      const { columns, prices } = this.model.solve()
      const value = columns[0] ?? 0
      const shares = Array.from(columns.subarray(1))
      const weights = this.rounds.parties.map((_, party) => Math.max(0, -(prices[party] ?? 0)))
      if (value >= enough) return { value, shares, weights }
      const cut = this.outweighed(shares, weights, prices[weights.length] ?? 0)
      if (cut) return { value, shares, weights, cut }
    }
  }

  [Symbol.dispose](): void {
    this.model[Symbol.dispose]()
  }

  private enterNew(): void {
    const { found, seated } = this.panels
    for (; this.entered < found.length; this.entered += 1) {
      const counts = seated[this.entered] ?? []
      const rows = counts.flatMap((count, party) => (count > 0 ? [party] : []))
      const values = rows.map((party) => counts[party] ?? 0)
      this.model.add({ gain: 0, rows: [...rows, counts.length], values: [...values, 1] })
    }
  }

  /** Adds panels that weigh more than those known do. @returns why there are none, where there are none */
  private outweighed(shares: readonly number[], weights: readonly number[], known: number): Cut | undefined {
    const { panels, program, swaps } = this
    const { parties, rounds, seated, objective } = this.rounds
    const first = rounds.length > 1 ? (rounds[0]?.length ?? 0) : 0
    const climbed = (panel: Composition) =>
      swaps.climb(panel, { parties: weights.slice(0, first), kinds: weights.slice(first) }, 1e-10)

    let fresh = 0
    for (let index = 0; index < shares.length && fresh < AT_ONCE; index += 1) {
      if ((shares[index] ?? 0) <= 1e-9) continue
      const better = climbed(panels.found[index] ?? [])
      if (weigh(seated(better), weights) > known + 1e-9 && panels.add(better)) fresh += 1
    }
    if (fresh > 0) return undefined
    const whole = inWholeNumbers(weights, program.finest)
    const most = panels.heaviest(whole)
    const heavier = heaviest(program, objective(program, whole), most)
    if (!heavier) return { weights: whole, heaviest: most }
    const panel = heavier.point.slice(0, parties.length - first)
    if (!panels.add(climbed(panel)) && !panels.add(panel)) throw new Unsolved('A search found a panel that it knew.')
    return undefined
  }
}
