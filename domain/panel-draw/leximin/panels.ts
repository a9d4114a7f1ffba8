import { heaviest } from '../exact/heaviest.ts'
import { isFeasible } from '../instance/feasible.ts'
import type { Composition, Program } from '../instance/program.ts'
import type { Selection } from '../instance/selection.ts'

/** The panels that a search has found so far, each once. */
export class Panels {
  readonly found: number[][] = []
  private readonly known = new Set<string>()
  private readonly selection: Selection

  constructor(selection: Selection) {
    this.selection = selection
  }

  /** Whether it is new. @throws Error where it is not feasible: nothing infeasible is ever drawn from */
  add(panel: Composition): boolean {
    const name = panel.join(' ')
    if (this.known.has(name)) return false
    if (!isFeasible(this.selection, panel)) throw new Error('A search found a panel that is not feasible.')
    this.known.add(name)
    this.found.push([...panel])
    return true
  }
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
