import { at } from '../at.ts'
import type { Selection } from '../instance/selection.ts'
import { Unsolved } from '../unsolved.ts'
import { type Bits, first, StableSets, within, without } from './stable-sets.ts'
import { gives, NONE, type Ways } from './ways.ts'

export interface HeaviestApart {
  /** Less what gives way. */
  weight: number
  /** How many of each kind. */
  panel: number[]
  given: Ways<number>
}

interface Sought {
  /** Whole numbers: of a member of each kind, and of anybody of each party. None where limits give way. */
  kinds: ArrayLike<number>
  parties: ArrayLike<number>
  /** What it must weigh more than. */
  threshold: number
  enough?: 'any' | undefined
  ways?: Ways
  /** A kind of whom the panel must have a member. */
  including?: number | undefined
}

/** A count, not a time, so that every machine says the same. */
const MOST_NODES = 100_000_000
const STEPS_AT_ONCE = 1_024

/**
 * The heaviest panel of a selection with many pairs that sit apart; undefined where there is none. Seat by seat, depth first, in
 * whole numbers: whoever is left is covered by groups of which at most one may sit, and no panel gains more than the best of
 * as many groups as there are seats. Where pairs are many, linear programs say little, and this ends soon.
 *
 * @throws Unsolved where the search does not end within a fixed number of steps
 */
export function heaviestApart(selection: Selection, sought: Sought): HeaviestApart | undefined {
  const { kinds, quotas, size, parties, everyStep } = selection
  const { threshold, enough, including, ways } = sought
  const partyOf = (kind: number) => kinds[kind]?.party ?? -1
  const alone = kinds.map((_, kind) => at(sought.kinds, kind) + at(sought.parties, partyOf(kind)))
  const degree = (kind: number) => kinds[kind]?.apart.length ?? 0
  const order = kinds
    .map((_, kind) => kind)
    .sort((one, other) => at(alone, other) - at(alone, one) || degree(other) - degree(one) || one - other)
  const graph = new StableSets(kinds, order)
  const { words } = graph
  const placesWhere = (is: (kind: number) => boolean) =>
    graph.bits(order.flatMap((kind, place) => (is(kind) ? [place] : [])))
  const weights = order.map((kind) => at(sought.kinds, kind))
  const party = order.map(partyOf)
  const most = order.map((kind) => kinds[kind]?.most ?? 0)
  const quotasOf = order.map((kind) => kinds[kind]?.quotas ?? [])
  const having = quotas.map((_, quota) => placesWhere((kind) => kinds[kind]?.quotas.includes(quota) ?? false))
  const way = {
    size: ways?.size ?? NONE,
    min: quotas.map((_, q) => ways?.min[q] ?? NONE),
    max: quotas.map((_, q) => ways?.max[q] ?? NONE),
  }

  const chosen = new Int32Array(kinds.length)
  const counted = new Int32Array(quotas.length)
  const there = new Int32Array(parties.length)
  const gains = new Float64Array(kinds.length)
  const members = new Int32Array(kinds.length)
  const available = new Int32Array(quotas.length)
  const group = new Int32Array(quotas.length)
  const ofGroup = new Int32Array(quotas.length)
  const left = Array.from({ length: size + 2 }, () => new Int32Array(words))
  let best: HeaviestApart | undefined
  let least = threshold
  let nodes = 0

  const worth = (place: number) => {
    const of = at(party, place)
    return at(weights, place) + (of >= 0 && at(there, of) === 0 ? at(sought.parties, of) : 0)
  }

  function takes(place: number, into: number): void {
    const gain = worth(place)
    const more = at(most, place) - at(chosen, place)
    if (at(members, into) === 0 || gain > at(gains, into)) gains[into] = gain
    if (more > at(members, into)) members[into] = more
    for (const quota of quotasOf[place] ?? []) {
      const before = at(group, quota) === into ? at(ofGroup, quota) : 0
      if (more > before) {
        available[quota] = at(available, quota) + more - before
        ofGroup[quota] = more
      } else ofGroup[quota] = before
      group[quota] = into
    }
  }

  /** What any panel with whom is chosen, and others of `open`, weighs at most; less than everything where there is none. */
  function limit(weight: number, open: Bits, seats: number): number {
    members.fill(0)
    available.fill(0)
    group.fill(-1)
    const groups = graph.cover(open, takes)
    sortByGain(groups)
    let total = weight
    let vacant = seats
    for (let one = 0; one < groups && vacant > 0; one += 1) {
      const sit = Math.min(vacant, at(members, one))
      total += sit * at(gains, one)
      vacant -= sit
    }
    const short = gives(way.size, vacant)
    total -= short
    for (let quota = 0; quota < quotas.length; quota += 1) {
      const { least: min = 0, most: max = 0 } = quotas[quota] ?? {}
      const can = at(counted, quota) + Math.min(seats, at(available, quota))
      total -= gives(way.min[quota] ?? NONE, min - can) + gives(way.max[quota] ?? NONE, at(counted, quota) - max)
    }
    return total
  }

  function sortByGain(groups: number): void {
    for (let one = 1; one < groups; one += 1) {
      const [gain, sit] = [at(gains, one), at(members, one)]
      let to = one
      for (; to > 0 && at(gains, to - 1) < gain; to -= 1) {
        gains[to] = at(gains, to - 1)
        members[to] = at(members, to - 1)
      }
      gains[to] = gain
      members[to] = sit
    }
  }

  function consider(weight: number, vacant: number): void {
    const given = {
      size: gives(way.size, vacant),
      min: quotas.map((quota, q) => gives(way.min[q] ?? NONE, quota.least - at(counted, q))),
      max: quotas.map((quota, q) => gives(way.max[q] ?? NONE, at(counted, q) - quota.most)),
    }
    const total = weight - [given.size, ...given.min, ...given.max].reduce((sum, by) => sum + by, 0)
    if (total <= least) return
    least = total
    const panel = kinds.map(() => 0)
    order.forEach((kind, place) => {
      panel[kind] = at(chosen, place)
    })
    best = { weight: total, panel, given }
  }

  /** Takes from `open` whom full quotas and missing members leave no seat. */
  function narrow(open: Bits, seats: number): void {
    for (let quota = 0; quota < quotas.length; quota += 1) {
      const { least: min = 0, most: max = 0 } = quotas[quota] ?? {}
      const bits = having[quota] ?? open
      if (at(counted, quota) >= max + (way.max[quota]?.most ?? 0)) without(open, bits)
      else if (min - (way.min[quota]?.most ?? 0) - at(counted, quota) === seats) within(open, bits)
    }
  }

  /** Among whom somebody has to be chosen next: those of the quota whose missing members are hardest to find. */
  function next(open: Bits): Bits {
    let [found, fewest] = [open, Number.POSITIVE_INFINITY]
    for (let quota = 0; quota < quotas.length; quota += 1) {
      const missing = (quotas[quota]?.least ?? 0) - (way.min[quota]?.most ?? 0) - at(counted, quota)
      const spare = at(available, quota) - missing
      if (missing > 0 && spare < fewest) [found, fewest] = [having[quota] ?? open, spare]
    }
    return found
  }

  function search(weight: number, seats: number): boolean {
    nodes += 1
    if (nodes === MOST_NODES) throw new Unsolved(`A search among its panels did not end within ${MOST_NODES} steps.`)
    if (nodes % STEPS_AT_ONCE === 0) everyStep?.()
    if (seats <= way.size.most) consider(weight, seats)
    if (best && enough === 'any') return true
    const open = left[seats]
    if (seats === 0 || !open) return false
    narrow(open, seats)
    if (limit(weight, open, seats) <= least) return false
    const among = next(open)
    for (let word = 0; word < words; word += 1) {
      for (let bits = at(open, word) & at(among, word); bits !== 0; bits = at(open, word) & at(among, word)) {
        const place = first(bits, word)
        if (sit(place, weight, seats)) return true
        open[word] = at(open, word) & ~(1 << (place & 31))
        if (limit(weight, open, seats) <= least) return false
      }
    }
    return false
  }

  function sit(place: number, weight: number, seats: number): boolean {
    const [open, next] = [left[seats] as Bits, left[seats - 1] as Bits]
    graph.beyond(place, open, next)
    const gain = worth(place)
    enter(place, 1)
    if (at(chosen, place) >= at(most, place)) next[place >> 5] = at(next, place >> 5) & ~(1 << (place & 31))
    const ended = search(weight + gain, seats - 1)
    enter(place, -1)
    return ended
  }

  function enter(place: number, by: number): void {
    chosen[place] = at(chosen, place) + by
    for (const quota of quotasOf[place] ?? []) counted[quota] = at(counted, quota) + by
    const of = at(party, place)
    if (of >= 0) there[of] = at(there, of) + by
  }

  const all = left[size]
  all?.set(placesWhere((kind) => (kinds[kind]?.most ?? 0) > 0))
  if (including === undefined) search(0, size)
  else sit(order.indexOf(including), 0, size)
  return best
}
