import { byPractice, type Constraints, type PoolEntry, type Problem } from './pool.ts'

/** Every panel that fulfils the constraints has a number from 0 to `panels` − 1; no two share one. */
export interface Numbering {
  panels: bigint
  /** The pseudonyms that fill the vacancies in the panel of that number, in the pool's order. */
  at(index: bigint): string[]
}

/** What is still owed to the constraints when the practices up to some point have been decided. */
interface Owed {
  seats: number
  gps: number
  practiceManagers: number
  /** Experienced members so far. */
  experienced: number
}

/**
 * Numbers all panels exactly: the ways to complete a panel from each practice on are counted (dynamic programming over
 * the practices in order, in whole numbers of any size), and a number is turned back into its panel by walking down the
 * counts. Order: the members of a practice in turn, then none of it.
 */
export function numberPanels(problem: Problem): Numbering {
  const { constraints, sitting } = problem
  const practices = byPractice(problem)
  const known: Map<string, bigint>[] = practices.map(() => new Map())

  function ways(practice: number, owed: Owed): bigint {
    if (owed.seats < 0 || owed.experienced > constraints.mostExperienced) return 0n
    if (practice === practices.length) return isComplete(owed, constraints) ? 1n : 0n
    if (owed.seats > practices.length - practice) return 0n
    const memo = known[practice]
    const key = `${owed.seats} ${owed.gps} ${owed.practiceManagers} ${owed.experienced}`
    const before = memo?.get(key)
    if (before !== undefined) return before
    let total = ways(practice + 1, owed)
    for (const entry of practices[practice] ?? []) total += ways(practice + 1, seat(owed, entry))
    memo?.set(key, total)
    return total
  }

  const start = sitting.reduce(seat, {
    seats: constraints.size,
    gps: constraints.fewestGps,
    practiceManagers: constraints.fewestPracticeManagers,
    experienced: 0,
  })
  const panels = ways(0, start)

  function at(index: bigint): string[] {
    if (index < 0n || index >= panels) throw new RangeError(`There is no panel number ${index}: there are ${panels}.`)
    const members: string[] = []
    let owed = start
    let left = index
    practices.forEach((entries, practice) => {
      for (const entry of entries) {
        const below = ways(practice + 1, seat(owed, entry))
        if (left < below) {
          members.push(entry.id)
          owed = seat(owed, entry)
          return
        }
        left -= below
      }
    })
    return members
  }

  return { panels, at }
}

const seat = (owed: Owed, { profession, experienced }: PoolEntry): Owed => ({
  seats: owed.seats - 1,
  gps: Math.max(0, owed.gps - (profession === 'gp' ? 1 : 0)),
  practiceManagers: Math.max(0, owed.practiceManagers - (profession === 'practice-manager' ? 1 : 0)),
  experienced: owed.experienced + (experienced ? 1 : 0),
})

const isComplete = (owed: Owed, { fewestExperienced, mostExperienced }: Constraints): boolean =>
  owed.seats === 0 &&
  owed.gps === 0 &&
  owed.practiceManagers === 0 &&
  owed.experienced >= fewestExperienced &&
  owed.experienced <= mostExperienced
