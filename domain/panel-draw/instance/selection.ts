import type { EveryStep } from '../unsolved.ts'
import type { Instance, Row } from './instance.ts'

/** People alike in everything that a draw may look at: they have the same chance. */
export interface Kind {
  /** Rising; indices of `Selection.people`. */
  people: number[]
  /** Which quotas they count towards. */
  quotas: number[]
  /** Index of the seat they compete for, where at most one of many may sit. */
  seat: number | undefined
  /** Index of whom fairness is between first. */
  party: number | undefined
  /** Kinds that never sit with them. */
  apart: number[]
  /** How many of them a panel can have. */
  most: number
}

export interface Limit {
  category: string
  feature: string
  /** Of those who are still to be drawn. */
  least: number
  most: number
  /** Who sits already and has the feature. */
  already: number
}

/** An instance made ready: kinds of people, and limits in whole numbers. Its order does not rest on the order of the pool. */
export interface Selection {
  /** Vacant seats. */
  size: number
  /** Seats that are taken already. */
  sitting: number
  /** For each person the row of the pool that they are of. */
  people: number[]
  kinds: Kind[]
  quotas: Limit[]
  /** The values of `atMostOnePer`. */
  seats: string[]
  /** The values of `fairBetween`. */
  parties: string[]
  /** Those whose seat is taken by somebody who sits already. */
  taken: number[]
  /** Of every search that is made in it. */
  everyStep?: EveryStep
}

export const attributeOf = (row: Row, name: string | undefined): string | undefined => {
  // What every object inherits is no attribute of anybody.
  const value = name === undefined || !Object.hasOwn(row, name) ? undefined : row[name]
  return value === undefined ? undefined : String(value)
}

export function selectionOf(instance: Instance, everyStep?: EveryStep): Selection {
  const { panelSize, pool, quotas, atMostOnePer, fairBetween, apart } = instance
  const sitting = whoSits(instance)
  const size = panelSize - sitting.length
  const counting = (row: Row): number[] =>
    quotas.flatMap(({ category, feature }, quota) => (attributeOf(row, category) === String(feature) ? [quota] : []))
  const seated = new Set(sitting.map((row) => attributeOf(row, atMostOnePer)))
  const rows = inOrder(pool)
  const neighbours = pool.map((_, row) =>
    [...new Set(apart.flatMap(([one, other]) => (one === row ? [other] : other === row ? [one] : [])))].sort(rising),
  )
  const people = rows.flatMap((row) => Array.from({ length: Number(pool[row]?.['count'] ?? 1) }, () => row))
  const alike = new Map<string, number[]>()
  const taken: number[] = []
  people.forEach((row, person) => {
    const of = pool[row] ?? {}
    const seat = attributeOf(of, atMostOnePer)
    if (seat !== undefined && seated.has(seat)) taken.push(person)
    else {
      const signature = JSON.stringify([counting(of), seat, attributeOf(of, fairBetween), neighbours[row]])
      alike.set(signature, [...(alike.get(signature) ?? []), person])
    }
  })
  const first = [...alike.values()].map((group) => pool[people[group[0] ?? 0] ?? 0] ?? {})
  const named = (name: string | undefined) => [...new Set(first.flatMap((row) => attributeOf(row, name) ?? []))].sort()
  const seats = named(atMostOnePer)
  const parties = named(fairBetween)
  const kindOf = new Map<number, number>()
  const groups = [...alike.values()]
  groups.forEach((group, kind) => {
    for (const person of group) kindOf.set(people[person] ?? 0, kind)
  })
  const index = (names: string[], name: string | undefined) => (name === undefined ? undefined : names.indexOf(name))
  return {
    size,
    sitting: sitting.length,
    people,
    seats,
    parties,
    taken,
    ...(everyStep && { everyStep }),
    quotas: quotas.map(({ category, feature, min, max }, quota) => {
      const already = sitting.filter((row) => counting(row).includes(quota)).length
      return { category, feature: String(feature), least: min - already, most: max - already, already }
    }),
    kinds: groups.map((group) => {
      const row = people[group[0] ?? 0] ?? 0
      const of = pool[row] ?? {}
      const seat = index(seats, attributeOf(of, atMostOnePer))
      return {
        people: group,
        quotas: counting(of),
        seat,
        party: index(parties, attributeOf(of, fairBetween)),
        apart: [...new Set((neighbours[row] ?? []).flatMap((other) => kindOf.get(other) ?? []))].sort(rising),
        most: Math.max(0, Math.min(group.length, size, seat === undefined ? size : 1)),
      }
    }),
  }
}

/** A row for each person who sits already. */
export const whoSits = ({ sitting = [] }: Pick<Instance, 'sitting'>): Row[] =>
  sitting.flatMap((row) => Array.from({ length: Number(row['count'] ?? 1) }, () => row))

const rising = (one: number, other: number) => one - other

/** Rows of the pool by their attributes, so that the order in which they were given says nothing. */
function inOrder(pool: readonly Row[]): number[] {
  const keys = pool.map((row) =>
    JSON.stringify(
      Object.keys(row)
        .filter((name) => name !== 'count')
        .sort()
        .map((name) => [name, String(row[name])]),
    ),
  )
  return keys
    .map((_, row) => row)
    .sort((one, other) => {
      const [a = '', b = ''] = [keys[one], keys[other]]
      return a < b ? -1 : a > b ? 1 : one - other
    })
}
