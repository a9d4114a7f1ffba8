import { heaviest } from '../exact/heaviest.ts'
import { isFeasible } from '../instance/feasible.ts'
import type { Composition, Program } from '../instance/program.ts'
import type { Selection } from '../instance/selection.ts'
import type { Rounds } from './party.ts'

/** The panels that a search has found so far, each once, and how many of each party they have. */
export class Panels {
  readonly found: number[][] = []
  readonly seated: number[][] = []
  private readonly known = new Set<string>()
  private readonly selection: Selection
  private readonly rounds: Rounds

  constructor(selection: Selection, rounds: Rounds) {
    this.selection = selection
    this.rounds = rounds
  }

  /** Whether it is new. @throws Error where it is not feasible: nothing infeasible is ever drawn from */
  add(panel: Composition): boolean {
    const name = panel.join(' ')
    if (this.known.has(name)) return false
    if (!isFeasible(this.selection, panel)) throw new Error('A search found a panel that is not feasible.')
    this.known.add(name)
    this.found.push([...panel])
    this.seated.push(this.rounds.seated(panel))
    return true
  }

  /** What the heaviest of them weighs. */
  heaviest(weights: readonly number[]): number {
    return this.seated.reduce((most, counts) => Math.max(most, weigh(counts, weights)), 0)
  }
}

/** @param counts how many of each party a panel has */
export function weigh(counts: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (let party = 0; party < counts.length; party += 1) {
    const count = counts[party] ?? 0
    if (count > 0) sum += count * (weights[party] ?? 0)
  }
  return sum
}

/** Adds panels until every kind that can sit at all sits on one. @returns whether each kind can sit */
export function cover(panels: Panels, program: Program, { kinds }: Selection): boolean[] {
  const covered = kinds.map(() => false)
  for (;;) {
    const weights = program.upper.map((_, variable) => (covered[variable] === false ? 1 : 0))
    const next = heaviest(program, weights, panels.found.length === 0 ? -1 : 0, 'any')
    if (!next) return covered
    const panel = next.point.slice(0, kinds.length)
    panels.add(panel)
    panel.forEach((count, kind) => {
      if (count > 0) covered[kind] = true
    })
    if (covered.every((one) => one)) return covered
  }
}
