import type { Composition } from '../instance/program.ts'
import type { Rounds } from './party.ts'
import type { SwapSearch } from './swap-search.ts'

/**
 * Panels that together come close to what each party is owed: each next one is climbed to by the debts that are still open,
 * which rise by `target` with every panel and fall by who sits on it.
 *
 * @param target seats per panel, of each party; @param debts changed in place
 */
export function steer(
  { parties, seated, rounds }: Rounds,
  { climb }: SwapSearch,
  from: Composition,
  steps: number,
  target: readonly number[],
  debts: number[],
): number[][] {
  const first = rounds.length > 1 ? (rounds[0]?.length ?? 0) : 0
  const made: number[][] = []
  let panel = from
  for (let step = 0; step < steps; step += 1) {
    target.forEach((seats, party) => {
      debts[party] = (debts[party] ?? 0) + seats
    })
    const weights = debts.map((debt, party) => debt / (parties[party]?.people ?? 1))
    panel = climb(panel, { parties: weights.slice(0, first), kinds: weights.slice(first) }, 1e-9)
    made.push([...panel])
    seated(panel).forEach((count, party) => {
      debts[party] = (debts[party] ?? 0) - count
    })
  }
  return made
}
