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
}

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
  kinds.forEach(({ apart }, kind) => {
    for (const other of apart) if (kind < other) sum([anyOf(kind), anyOf(other)], 0, 1)
  })
  return { upper, rows, ...(everyStep && { everyStep }) }
}
