import type { Leximin } from '../leximin/leximin.ts'
import { steer } from '../leximin/steer.ts'

/**
 * As many panels as the lottery has, close to the ideal chances: each panel in its share, rounded down; and for the rest,
 * panels that give what is then still owed.
 *
 * @param seats of each party in the whole lottery, ideally
 */
export function apportion({ panels, rounds, swaps }: Leximin, count: number, seats: readonly number[]): number[][] {
  const whole = panels.flatMap(({ panel, share }) =>
    Array.from({ length: Math.floor(share * count + 1e-6) }, () => panel),
  )
  const debts = [...seats]
  for (const panel of whole)
    rounds.seated(panel).forEach((sitting, party) => {
      debts[party] = (debts[party] ?? 0) - sitting
    })
  const likeliest = panels.reduce((one, other) => (other.share > one.share ? other : one)).panel
  const none = seats.map(() => 0)
  return [...whole, ...steer(rounds, swaps, likeliest, count - whole.length, none, debts)]
}
