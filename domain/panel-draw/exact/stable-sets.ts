import { at } from '../at.ts'
import type { Kind } from '../instance/selection.ts'

/** Some of the kinds, a bit each. */
export type Bits = Int32Array

/**
 * Who never sits with whom: pairs apart, and those who compete for one seat. Kinds are numbered by their place in `order`.
 * A panel is a stable set of this graph (several of one kind can sit on it).
 */
export class StableSets {
  readonly words: number
  private readonly beside: Bits[]
  private readonly left: Bits
  private readonly common: Bits

  constructor(kinds: readonly Kind[], order: readonly number[]) {
    this.words = Math.ceil(kinds.length / 32)
    this.left = new Int32Array(this.words)
    this.common = new Int32Array(this.words)
    const placeOf = new Map(order.map((kind, place) => [kind, place]))
    this.beside = order.map((kind) => {
      const { seat, apart = [] } = kinds[kind] ?? {}
      const rivals = seat === undefined ? [] : order.filter((other) => kinds[other]?.seat === seat)
      const others = [...apart, ...rivals].filter((other) => other !== kind)
      return this.bits(others.map((other) => placeOf.get(other) ?? 0))
    })
  }

  bits(places: readonly number[]): Bits {
    const bits = new Int32Array(this.words)
    for (const place of places) bits[place >> 5] = at(bits, place >> 5) | (1 << (place & 31))
    return bits
  }

  /** Those of `from` who can sit with `place`, into `into`. */
  beyond(place: number, from: Bits, into: Bits): void {
    const beside = this.beside[place] ?? from
    for (let word = 0; word < this.words; word += 1) into[word] = at(from, word) & ~at(beside, word)
  }

  /**
   * Covers these kinds with groups of which at most one kind may sit, each begun with the first that no group has yet.
   *
   * @param takes is told of each member of each group, group by group
   * @returns how many groups there are
   */
  cover(of: Bits, takes: (place: number, group: number) => void): number {
    const { words, left, common } = this
    left.set(of)
    let groups = 0
    for (let word = 0; word < words; word += 1) {
      while (at(left, word) !== 0) {
        common.set(left)
        for (let from = word; from < words; ) {
          const bits = at(common, from)
          if (bits === 0) {
            from += 1
            continue
          }
          const place = first(bits, from)
          left[from] = at(left, from) & ~(1 << (place & 31))
          const beside = this.beside[place] ?? common
          for (let rest = from; rest < words; rest += 1) common[rest] = at(common, rest) & at(beside, rest)
          takes(place, groups)
        }
        groups += 1
      }
    }
    return groups
  }
}

/** The first kind of a word of bits that has any. */
export const first = (bits: number, word: number): number => word * 32 + 31 - Math.clz32(bits & -bits)

/** Takes these bits away; leaves no others. */
export function without(open: Bits, bits: Bits): void {
  for (let word = 0; word < open.length; word += 1) open[word] = at(open, word) & ~at(bits, word)
}

export function within(open: Bits, bits: Bits): void {
  for (let word = 0; word < open.length; word += 1) open[word] = at(open, word) & at(bits, word)
}
