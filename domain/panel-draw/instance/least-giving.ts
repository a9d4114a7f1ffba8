import { heaviestApart } from '../exact/apart.ts'
import { heaviest } from '../exact/heaviest.ts'
import type { Way } from '../exact/ways.ts'
import { type Program, programOf } from './program.ts'
import type { Selection } from './selection.ts'

/** A limit that can give way: the size of the panel, which gets smaller, or the least or the most of a quota. */
export interface Give {
  limit: 'size' | 'min' | 'max'
  /** Whose quota it is, by index; undefined for the size of the panel. */
  quota?: number
  from: number
  /** How far it can give way. */
  most: number
}

/** By how much each limit gives way, and a panel that this allows, by how many of each kind. */
export interface LeastGiven {
  given: number[]
  panel: number[]
}

/** The least that limits have to give way in sum, each within its bounds; undefined where no panel is possible within them. */
export type LeastGiving = (least: readonly number[], most: readonly number[]) => LeastGiven | undefined

export function givesOf({ size, quotas }: Selection): Give[] {
  return [
    { limit: 'size', from: size, most: Math.max(0, size - 1) },
    ...quotas.flatMap(({ least, most }, quota): Give[] => [
      ...(least > 0 ? [{ limit: 'min' as const, quota, from: least, most: least }] : []),
      ...(most < size ? [{ limit: 'max' as const, quota, from: most, most: size - most }] : []),
    ]),
  ]
}

/** @param including a kind of people that the panel must have a member of */
export function leastGiving(selection: Selection, gives: readonly Give[], including?: number): LeastGiving {
  const program = programOf({ ...selection, quotas: [] })
  return program.apart ? amongStableSets(selection, gives, including) : byProgram(selection, program, gives, including)
}

/** The panels as a program in which every limit can give way, at a price. */
function byProgram(selection: Selection, strict: Program, gives: readonly Give[], including?: number): LeastGiving {
  const { kinds, size } = selection
  // Without the row of the size, which is the first.
  const program: Program = { ...strict, upper: [...strict.upper], rows: strict.rows.slice(1) }
  const all = kinds.map((_, kind) => kind)
  const variables = gives.map(({ limit, quota, from, most }) => {
    const variable = program.upper.push(most) - 1
    const of = quota === undefined ? all : all.filter((kind) => kinds[kind]?.quotas.includes(quota))
    const times = [...of.map(() => 1), limit === 'max' ? -1 : 1]
    const bounds = {
      size: { least: size, most: size },
      min: { least: from, most: size + from },
      max: { least: from - size, most: from },
    }
    program.rows.push({ of: [...of, variable], times, ...bounds[limit] })
    return variable
  })
  if (including !== undefined) program.rows.push({ of: [including], times: [1], least: 1, most: size })
  const costs = program.upper.map((_, variable) => (variables.includes(variable) ? -1 : 0))
  return (least, most) => {
    const bounded = variables.map((variable, give) => ({
      ...{ of: [variable], times: [1] },
      ...{ least: least[give] ?? 0, most: most[give] ?? 0 },
    }))
    const found = heaviest({ ...program, rows: [...program.rows, ...bounded] }, costs, -1_000_000)
    return (
      found && {
        given: variables.map((variable) => found.point[variable] ?? 0),
        panel: found.point.slice(0, kinds.length),
      }
    )
  }
}

function amongStableSets(selection: Selection, gives: readonly Give[], including?: number): LeastGiving {
  return (least, most) => {
    const wayOf = (limit: Give['limit'], quota?: number): Way => {
      const give = gives.findIndex((one) => one.limit === limit && one.quota === quota)
      return { least: least[give] ?? 0, most: most[give] ?? 0 }
    }
    const ways = {
      size: wayOf('size'),
      min: selection.quotas.map((_, quota) => wayOf('min', quota)),
      max: selection.quotas.map((_, quota) => wayOf('max', quota)),
    }
    const found = heaviestApart(selection, { kinds: [], parties: [], threshold: -1_000_000, ways, including })
    return (
      found && {
        given: gives.map(({ limit, quota }) =>
          limit === 'size' ? found.given.size : (found.given[limit][quota ?? -1] ?? 0),
        ),
        panel: found.panel,
      }
    )
  }
}
