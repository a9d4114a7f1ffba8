import { heaviest } from '../exact/heaviest.ts'
import type { Program } from '../instance/program.ts'
import type { Tally } from './tally.ts'

const FINE = 64
const MOST = 2 ** 12

/**
 * Takes one panel off the lottery on which a kind sits that sits too often (or does not, that sits too seldom), and puts the
 * one in its place that then pays most of what is owed, of all feasible ones. @returns whether one was found that helps
 */
export function renew(tally: Tally, kind: number, program: Program, kinds: number): boolean {
  const before = tally.distance()
  const tooOften = tally.excessOf(kind) > 0
  const candidates = tally.panels.filter(({ panel, times }) => times > 0 && (panel[kind] ?? 0) > 0 === tooOften)
  for (const { panel } of candidates) {
    tally.add(panel, -1)
    const costs = tally.costs()
    const weights = program.upper.map((_, variable) => -Math.round(FINE * Math.min(MOST, costs[variable] ?? 0)))
    const better = heaviest(program, weights, -(2 ** 40))?.point.slice(0, kinds) ?? panel
    tally.add(better)
    if (tally.distance() < before - 1e-6) return true
    tally.add(better, -1)
    tally.add(panel)
  }
  return false
}
