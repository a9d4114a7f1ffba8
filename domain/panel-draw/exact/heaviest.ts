import type { Program } from '../instance/program.ts'
import type { Selection } from '../instance/selection.ts'
import { Unsolved } from '../unsolved.ts'
import { heaviestApart } from './apart.ts'
import { boundsOf } from './bound.ts'
import { Tableau } from './tableau.ts'

export interface Heaviest {
  weight: number
  point: number[]
}

/**
 * The most nodes of a search: far more than panels take (tens to hundreds). It is a count and not a time, so that every machine
 * gives the same answer.
 */
const MOST_NODES = 200_000

/**
 * The heaviest whole-number point of a program that weighs more than `threshold`; undefined where there is none, and that is
 * a proof: branch and bound, in which floating point only says where to look, and every bound that leaves something out is
 * computed in whole numbers. With `enough`, the first one found.
 *
 * @param weights whole numbers, one for each variable
 * @throws Unsolved where the search does not end within a fixed number of steps
 */
export function heaviest(
  program: Program,
  weights: readonly number[],
  threshold: number,
  enough?: 'any',
): Heaviest | undefined {
  if (program.apart) return apart(program, program.apart, weights, threshold, enough)
  const bounds = boundsOf(program, weights)
  const open = [new Tableau({ program, weights })]
  let best: Heaviest | undefined
  let least = threshold
  for (let nodes = 0; open.length > 0; nodes += 1) {
    if (nodes === MOST_NODES) throw new Unsolved(`A search among its panels did not end within ${MOST_NODES} steps.`)
    program.everyStep?.()
    const node = open.pop()
    if (!node) break
    const end = node.solve()
    if (end.ended === 'impossible') {
      const prices = node.contradiction(end.row)
      if (
        bounds.refute(node, prices) ||
        bounds.refute(
          node,
          prices.map((price) => -price),
        )
      )
        continue
    }
    const settled = () => end.ended === 'solved' && bounds.atMost(node, node.prices()) <= least
    if (settled()) continue
    const point = node.point()
    const whole = Array.from(point.subarray(0, program.upper.length), Math.round)
    const weight = whole.reduce((sum, value, variable) => sum + value * (weights[variable] ?? 0), 0)
    if (weight > least && fulfils(program, whole)) {
      best = { weight, point: whole }
      if (enough === 'any') return best
      least = weight
      if (settled()) continue
    }
    open.push(...branches(node, point, program.upper.length))
  }
  return best
}

function apart(
  { upper }: Program,
  selection: Selection,
  weights: readonly number[],
  threshold: number,
  enough?: 'any',
): Heaviest | undefined {
  const kinds = selection.kinds.length
  const found = heaviestApart(selection, { kinds: weights, parties: weights.slice(kinds), threshold, enough })
  if (!found) return undefined
  const point = upper.map((_, variable) => found.panel[variable] ?? 0)
  return { weight: found.weight, point }
}

/** Both sides of a variable, or of the sum of a row, that is not whole; of any that is not settled, where all are whole. */
function branches(node: Tableau, point: Float64Array, variables: number): Tableau[] {
  let chosen = -1
  let most = 1e-6
  point.forEach((value, variable) => {
    const off = Math.abs(value - Math.round(value))
    if (off > most) [most, chosen] = [off, variable]
  })
  const bound = (of: Float64Array, variable: number) => of[variable] ?? 0
  for (let variable = 0; chosen < 0 && variable < variables; variable += 1)
    if (bound(node.low, variable) < bound(node.high, variable)) chosen = variable
  if (chosen < 0) return []
  const value = point[chosen] ?? 0
  const below = Math.min(Math.max(Math.floor(value), bound(node.low, chosen)), bound(node.high, chosen) - 1)
  const down = new Tableau(node)
  down.high[chosen] = below
  node.low[chosen] = below + 1
  return value - below > 0.5 ? [down, node] : [node, down]
}

export function fulfils({ upper, rows }: Program, point: readonly number[]): boolean {
  return (
    upper.every((most, variable) => {
      const value = point[variable] ?? 0
      return Number.isInteger(value) && value >= 0 && value <= most
    }) &&
    rows.every(({ of, times, least, most }) => {
      const sum = of.reduce((total, variable, at) => total + (times[at] ?? 0) * (point[variable] ?? 0), 0)
      return sum >= least && sum <= most
    })
  )
}
