import { heaviest } from '../exact/heaviest.ts'
import { type Program, programOf } from './program.ts'
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

interface Give {
  change: Change
  /** How far it can give way. */
  most: number
  variable: number
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
  const { program, gives } = loosened(selection)
  if (including !== undefined) program.rows.push({ of: [including], times: [1], least: 1, most: selection.size })
  const search = (lower: readonly number[], upper: readonly number[]): Part[] => {
    const bounded = gives.map(({ variable }, give) => ({
      ...{ of: [variable], times: [1] },
      ...{ least: lower[give] ?? 0, most: upper[give] ?? 0 },
    }))
    const costs = program.upper.map((_, variable) => (gives.some((give) => give.variable === variable) ? -1 : 0))
    const found = heaviest({ ...program, rows: [...program.rows, ...bounded] }, costs, -1_000_000)
    if (!found) return []
    const smallest = gives.map(({ variable }) => found.point[variable] ?? 0)
    const changes = gives.flatMap(({ change }, give) => {
      const by = smallest[give] ?? 0
      return by > 0 ? [{ ...change, to: change.limit === 'max' ? change.from + by : change.from - by }] : []
    })
    const relaxation = { changes, steps: -found.weight, panel: found.point.slice(0, selection.kinds.length) }
    return [{ least: lower, most: upper, smallest, relaxation }]
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

/** The program in which every limit can give way, at a price. */
function loosened(selection: Selection): { program: Program; gives: Give[] } {
  const { kinds, quotas, size } = selection
  const strict = programOf({ ...selection, quotas: [] })
  const program: Program = { ...strict, upper: [...strict.upper], rows: [...strict.rows.slice(1)] }
  const gives: Give[] = []
  const give = (change: Change, most: number): number => {
    const variable = program.upper.push(most) - 1
    gives.push({ change, most, variable })
    return variable
  }
  const all = kinds.map((_, kind) => kind)
  const smaller = give({ limit: 'size', from: size, to: size }, Math.max(0, size - 1))
  program.rows.push({ of: [...all, smaller], times: [...all.map(() => 1), 1], least: size, most: size })
  quotas.forEach(({ least, most }, quota) => {
    const of = all.filter((kind) => kinds[kind]?.quotas.includes(quota))
    const ones = of.map(() => 1)
    if (least > 0) {
      const fewer = give({ limit: 'min', quota, from: least, to: least }, least)
      program.rows.push({ of: [...of, fewer], times: [...ones, 1], least, most: size + least })
    }
    if (most < size) {
      const more = give({ limit: 'max', quota, from: most, to: most }, size - most)
      program.rows.push({ of: [...of, more], times: [...ones, -1], least: most - size, most })
    }
  })
  return { program, gives }
}

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
