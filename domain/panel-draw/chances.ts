import Fraction from 'fraction.js'
import { numberPanels } from './numbering.ts'
import type { PoolEntry, Problem } from './pool.ts'

/** Each nominee's exact chance: the panels that contain them, of all panels. By pseudonym. */
export function chances(problem: Problem): Map<string, Fraction> {
  const { panels } = numberPanels(problem)
  // People of one practice who are alike in every constraint have the same chance.
  const alike = new Map<string, Fraction>()
  const kind = ({ practice, profession, experienced }: PoolEntry) => JSON.stringify([practice, profession, experienced])
  const seated = new Set(problem.sitting.map(({ practice }) => practice))
  const chance = (entry: PoolEntry): Fraction => {
    if (panels === 0n || seated.has(entry.practice)) return new Fraction(0)
    const before = alike.get(kind(entry))
    if (before) return before
    const containing = numberPanels({ ...problem, sitting: [...problem.sitting, entry] }).panels
    const exact = new Fraction(containing, panels)
    alike.set(kind(entry), exact)
    return exact
  }
  return new Map(problem.pool.map((entry) => [entry.id, chance(entry)]))
}
