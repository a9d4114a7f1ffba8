import type { EveryStep } from '../unsolved.ts'
import type { Selection } from './selection.ts'

/** `least` ≤ Σ `times` · variable ≤ `most`. */
export interface ProgramRow {
  of: number[]
  times: number[]
  least: number
  most: number
}

/** Whole-number variables from 0 to `upper`, and what they must fulfil. */
export interface Program {
  upper: number[]
  rows: ProgramRow[]
  everyStep?: EveryStep
  /** Where so many pairs sit apart that their limits say little: what to search in instead. */
  apart?: Selection
  /** Up to which whole number its panels can be weighed, where it is not 2^20. */
  finest?: number
}

/** A panel of 20,000 still weighs less than 2^53. */
const FINEST_APART = 2 ** 36

/** A panel in whole numbers: how many of each kind it has. */
export type Composition = readonly number[]

/**
 * The panels that a selection allows, as a program: first a variable for each kind, how many of it sit; then one for each
 * party, whether anybody of it sits; then one for each kind that must sit apart from another and can have several members.
 */
export function programOf(selection: Selection): Program {
  const { kinds, quotas, seats, parties, size, everyStep } = selection
  const upper = [...kinds.map(({ most }) => most), ...parties.map(() => 1)]
  const rows: ProgramRow[] = []
  const sum = (of: number[], least: number, most: number) => rows.push({ of, times: of.map(() => 1), least, most })
  const where = (is: (kind: Selection['kinds'][number]) => boolean) =>
    kinds.flatMap((kind, index) => (is(kind) ? [index] : []))

  sum(
    where(() => true),
    size,
    size,
  )
  quotas.forEach(({ least, most }, quota) => {
    const of = where((kind) => kind.quotas.includes(quota))
    if (least > 0 || most < size) sum(of, Math.max(0, least), most)
  })
  seats.forEach((_, seat) => {
    const of = where((kind) => kind.seat === seat)
    if (of.length > 1) sum(of, 0, 1)
  })
  parties.forEach((_, party) => {
    const of = where((kind) => kind.party === party)
    rows.push({ of: [...of, kinds.length + party], times: [...of.map(() => 1), -1], least: 0, most: size })
  })
  const any = new Map<number, number>()
  const anyOf = (kind: number): number => {
    const most = kinds[kind]?.most ?? 0
    if (most <= 1) return kind
    const variable = any.get(kind) ?? upper.push(1) - 1
    if (!any.has(kind)) rows.push({ of: [kind, variable], times: [1, -most], least: -most, most: 0 })
    any.set(kind, variable)
    return variable
  }
  const cliques = cliquesOf(kinds.map(({ apart }) => apart))
  for (const clique of cliques) sum(clique.map(anyOf), 0, 1)
  return {
    upper,
    rows,
    ...(cliques.length > kinds.length && { apart: selection, finest: FINEST_APART }),
    ...(everyStep && { everyStep }),
  }
}

/**
 * Who must sit apart from one another, in groups of which at most one may sit: each pair is in one. One limit for a group says more
 * than one for each of its pairs: where people sit in fractions, a half of each would keep all pairs.
 *
 * @param apart for each, with whom they never sit
 */
export function cliquesOf(apart: readonly (readonly number[])[]): number[][] {
  const beside = apart.map((others) => new Set(others))
  const covered = apart.map(() => new Set<number>())
  const cliques: number[][] = []
  apart.forEach((others, one) => {
    for (const other of others) {
      if (other < one || covered[one]?.has(other)) continue
      const clique = [one, other]
      // Those first who bring most pairs that no group has yet.
      const common = others.filter((third) => beside[other]?.has(third))
      const fresh = (third: number) => clique.filter((member) => !covered[third]?.has(member)).length
      for (const third of common.toSorted((a, b) => fresh(b) - fresh(a) || a - b))
        if (clique.every((member) => beside[member]?.has(third))) clique.push(third)
      for (const member of clique) for (const third of clique) if (member !== third) covered[member]?.add(third)
      cliques.push(clique.sort((a, b) => a - b))
    }
  })
  return cliques
}
