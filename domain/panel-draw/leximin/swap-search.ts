import { at } from '../at.ts'
import type { Composition } from '../instance/program.ts'
import type { Selection } from '../instance/selection.ts'

/** What a member of each kind weighs, and what anybody of each party. */
export interface Weights {
  kinds: ArrayLike<number>
  parties: ArrayLike<number>
}

export interface SwapSearch {
  /**
   * Climbs from a feasible panel to a heavier one by exchanging one member at a time, always the exchange that gains most, as
   * long as one gains more than `least`.
   */
  climb(from: Composition, weights: Weights, least: number): number[]
  /** Who could sit in the place of one member of kind `out`, everybody else staying. */
  replacements(panel: Composition, out: number): number[]
}

/**
 * Exchanges of one member for another that keep a panel feasible. Quotas are looked at as sets of bits: whoever enters must have every quota that
 * would fall short without the one who leaves, and none that is full.
 */
export function swapSearch({ kinds, quotas, seats, parties }: Selection): SwapSearch {
  const words = Math.max(1, Math.ceil(quotas.length / 32))
  const has = new Int32Array(kinds.length * words)
  kinds.forEach((kind, index) => {
    for (const quota of kind.quotas)
      has[index * words + (quota >> 5)] = at(has, index * words + (quota >> 5)) | (1 << (quota & 31))
  })
  const seatOf = Int32Array.from(kinds, ({ seat }) => seat ?? -1)
  const partyOf = Int32Array.from(kinds, ({ party }) => party ?? -1)
  const most = Int32Array.from(kinds, (kind) => kind.most)
  const counted = new Int32Array(quotas.length)
  const taken = new Int32Array(seats.length)
  const there = new Int32Array(parties.length)
  const short = new Int32Array(words)
  const full = new Int32Array(words)
  const separate = kinds.some(({ apart }) => apart.length > 0)

  function stand(from: Composition): Int32Array {
    const panel = Int32Array.from(from)
    counted.fill(0)
    taken.fill(0)
    there.fill(0)
    panel.forEach((count, kind) => {
      if (count > 0) change(kind, count)
    })
    return panel
  }

  function climb(from: Composition, weights: Weights, least: number): number[] {
    const panel = stand(from)
    for (;;) {
      let [best, leaving, entering] = [least, -1, -1]
      for (let out = 0; out < kinds.length; out += 1) {
        if (at(panel, out) === 0) continue
        leave(panel, out)
        const lost = worth(out, weights)
        for (let kind = 0; kind < kinds.length; kind += 1) {
          const gain = worth(kind, weights) - lost
          if (gain > best && kind !== out && admitted(kind, panel)) [best, leaving, entering] = [gain, out, kind]
        }
        enter(panel, out)
      }
      if (leaving < 0) return [...panel]
      leave(panel, leaving)
      enter(panel, entering)
    }
  }

  function replacements(from: Composition, out: number): number[] {
    const panel = stand(from)
    leave(panel, out)
    return kinds.flatMap((_, kind) => (kind !== out && admitted(kind, panel) ? [kind] : []))
  }

  function leave(panel: Int32Array, kind: number): void {
    change(kind, -1)
    panel[kind] = at(panel, kind) - 1
    lookAtQuotas()
  }

  function enter(panel: Int32Array, kind: number): void {
    change(kind, 1)
    panel[kind] = at(panel, kind) + 1
  }

  function change(index: number, by: number): void {
    for (const quota of kinds[index]?.quotas ?? []) counted[quota] = at(counted, quota) + by
    const seat = at(seatOf, index)
    if (seat >= 0) taken[seat] = at(taken, seat) + by
    const party = at(partyOf, index)
    if (party >= 0) there[party] = at(there, party) + by
  }

  function lookAtQuotas(): void {
    short.fill(0)
    full.fill(0)
    quotas.forEach((limit, quota) => {
      const bit = 1 << (quota & 31)
      if (at(counted, quota) < limit.least) short[quota >> 5] = at(short, quota >> 5) | bit
      if (at(counted, quota) >= limit.most) full[quota >> 5] = at(full, quota >> 5) | bit
    })
  }

  /** What one more of this kind adds. */
  function worth(index: number, weights: Weights): number {
    const party = at(partyOf, index)
    return at(weights.kinds, index) + (party >= 0 && at(there, party) === 0 ? at(weights.parties, party) : 0)
  }

  function admitted(index: number, panel: Int32Array): boolean {
    if (at(panel, index) >= at(most, index)) return false
    for (let word = 0; word < words; word += 1) {
      const mask = at(has, index * words + word)
      if ((at(short, word) & ~mask) !== 0 || (at(full, word) & mask) !== 0) return false
    }
    const seat = at(seatOf, index)
    if (seat >= 0 && at(taken, seat) > 0) return false
    return !separate || !kinds[index]?.apart.some((other) => at(panel, other) > 0)
  }

  return { climb, replacements }
}
