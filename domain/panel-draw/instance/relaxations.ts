import { givesOf, leastGiving } from './least-giving.ts'
import type { Selection } from './selection.ts'

/** A limit that would have to give way, and how far. */
export interface Change {
  limit: 'size' | 'min' | 'max'
  /** Whose quota it is, by index; undefined for the size of the panel. */
  quota?: number
  from: number
  to: number
}

/** Changes that together make a panel possible, none of which could be smaller; and such a panel, by how many of each kind. */
export interface Relaxation {
  changes: Change[]
  /** By how many people the limits change, in sum. */
  steps: number
  panel: number[]
}

/** Some part of all ways to give way: how far each limit must, and may. Each is searched for its smallest. */
interface Part {
  least: readonly number[]
  most: readonly number[]
  smallest: readonly number[]
  relaxation: Relaxation
}

const MOST_PARTS = 100

/**
 * The smallest changes of the quotas and of the size that would make a panel possible, smallest first; none contains
 * another. Nothing is weakened silently (requirements §5). Found by exact search, part by part: once the smallest of a part
 * is known, the ways that do not contain it are parts again, by the first limit that gives way less. Empty only where nobody
 * can be drawn.
 *
 * @param including a kind of people that the panel must have a member of
 */
export function smallestRelaxations(selection: Selection, most = 5, including?: number): Relaxation[] {
  const gives = givesOf(selection)
  const least = leastGiving(selection, gives, including)
  const search = (lower: readonly number[], upper: readonly number[]): Part[] => {
    const found = least(lower, upper)
    if (!found) return []
    const { given, panel } = found
    const changes = gives.flatMap(({ most: _, ...limit }, give): Change[] => {
      const by = given[give] ?? 0
      return by > 0 ? [{ ...limit, to: limit.limit === 'max' ? limit.from + by : limit.from - by }] : []
    })
    const steps = given.reduce((sum, by) => sum + by, 0)
    return [{ least: lower, most: upper, smallest: given, relaxation: { changes, steps, panel } }]
  }

  const open = search(
    gives.map(() => 0),
    gives.map((give) => give.most),
  )
  const chosen: Part[] = []
  for (let parts = 0; open.length > 0 && chosen.length < most && parts < MOST_PARTS; parts += 1) {
    open.sort((one, other) => rank(one) - rank(other))
    const part = open.shift()
    if (!part) break
    const contains = (other: Part) => other.smallest.every((by, give) => (part.smallest[give] ?? 0) >= by)
    if (!chosen.some(contains)) chosen.push(part)
    if (chosen.length === most) break
    const lower = [...part.least]
    part.smallest.forEach((by, give) => {
      if (by <= (part.least[give] ?? 0)) return
      open.push(
        ...search(
          [...lower],
          part.most.map((far, one) => (one === give ? by - 1 : far)),
        ),
      )
      lower[give] = by
    })
  }
  return chosen.sort((one, other) => rank(one) - rank(other)).map(({ relaxation }) => relaxation)
}

const rank = ({ relaxation: { steps, changes } }: Part): number => steps * 1_000 + changes.length

/** In words, of the whole panel: `at least 3 → 2 with role “gp”`, several joined by `and`. */
export function changesInWords(changes: readonly Change[], { quotas, sitting }: Selection): string {
  return changes
    .map(({ limit, quota, from, to }) => {
      if (quota === undefined) return `a panel of ${from + sitting} → ${to + sitting}`
      const { category = '', feature = '', already = 0 } = quotas[quota] ?? {}
      return `at ${limit === 'min' ? 'least' : 'most'} ${from + already} → ${to + already} with ${category} “${feature}”`
    })
    .join(' and ')
}
