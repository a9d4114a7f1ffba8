import type { SwapSearch } from '../leximin/swap-search.ts'
import type { Tally } from './tally.ts'

/** One member of a panel gives their place to another; panels by their number in the tally. */
interface Exchange {
  panel: number
  out: number
  into: number
}

/**
 * Who could give a place to whom, on which panel of the lottery: kept up to date as panels come and go. A place is passed on
 * from one who sits too often, directly or through others on other panels, to one who sits too seldom.
 */
export class Places {
  /** For each kind, whom it could make room for, and on which panels. */
  private readonly room: Map<number, number[]>[]
  private readonly tally: Tally
  private readonly swaps: SwapSearch
  private entered = 0

  constructor(tally: Tally, kinds: number, swaps: SwapSearch) {
    this.tally = tally
    this.swaps = swaps
    this.room = Array.from({ length: kinds }, () => new Map())
  }

  /** Makes the exchanges that bring the lottery closest to what it should be. @returns whether there were any */
  improve(): boolean {
    this.enter()
    for (const kind of this.tally.mostOver()) {
      const path = this.best(kind)
      if (!path) continue
      for (const { panel, out, into } of path) this.tally.exchange(panel, out, into)
      return true
    }
    return false
  }

  private enter(): void {
    for (; this.entered < this.tally.panels.length; this.entered += 1) {
      const panel = this.tally.panels[this.entered]?.panel ?? []
      panel.forEach((count, out) => {
        if (count === 0) return
        const room = this.room[out]
        for (const into of this.swaps.replacements(panel, out)) {
          const there = room?.get(into)
          if (there) there.push(this.entered)
          else room?.set(into, [this.entered])
        }
      })
    }
  }

  private best(source: number): Exchange[] | undefined {
    const via = new Map<number, Exchange | undefined>([[source, undefined]])
    let [reached, most] = [-1, 1e-6]
    for (const kind of via.keys()) {
      for (const [into, panels] of this.room[kind] ?? []) {
        if (via.has(into)) continue
        const panel = this.unused(panels, via, kind)
        if (panel === undefined) continue
        via.set(into, { panel, out: kind, into })
        const gain = this.tally.gain(source, into)
        if (gain > most) {
          reached = into
          most = gain
        }
      }
    }
    return reached < 0 ? undefined : pathTo(via, reached)
  }

  /** The latest of the panels that is in the lottery and not on the path to the kind. */
  private unused(panels: readonly number[], via: Map<number, Exchange | undefined>, kind: number): number | undefined {
    for (let at = panels.length - 1; at >= 0; at -= 1) {
      const panel = panels[at]
      if (panel === undefined || !this.tally.isThere(panel)) continue
      let step = via.get(kind)
      while (step && step.panel !== panel) step = via.get(step.out)
      if (!step) return panel
    }
    return undefined
  }
}

function pathTo(via: Map<number, Exchange | undefined>, kind: number): Exchange[] {
  const path: Exchange[] = []
  for (let step = via.get(kind); step; step = via.get(step.out)) path.unshift(step)
  return path
}
