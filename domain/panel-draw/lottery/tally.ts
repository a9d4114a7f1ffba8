import type { Selection } from '../instance/selection.ts'

/** The panels of a lottery, each with how often it is in it, and who sits how much too often (or, negative, too seldom). */
export class Tally {
  readonly panels: { panel: readonly number[]; times: number }[] = []
  private readonly known = new Map<string, number>()
  private readonly over: number[]
  /** What each kind counts towards: itself, and its party where at most one of a party sits. */
  private readonly counts: number[][]

  /** @param ideal seats in the whole lottery: of each kind and then, where they are counted, of each party */
  constructor({ kinds, parties }: Selection, ideal: readonly number[]) {
    this.over = ideal.map((seats) => -seats)
    const alone = parties.length > 0 && kinds.every(({ seat, party }) => seat === party)
    this.counts = kinds.map(({ party }, kind) => (alone && party !== undefined ? [kind, kinds.length + party] : [kind]))
  }

  add(panel: readonly number[], times = 1): void {
    const name = panel.join(' ')
    const index = this.known.get(name) ?? this.panels.push({ panel, times: 0 }) - 1
    this.known.set(name, index)
    const entry = this.panels[index]
    if (entry) entry.times += times
    panel.forEach((count, kind) => {
      if (count > 0) this.count(kind, count * times)
    })
  }

  exchange(index: number, out: number, into: number): void {
    const changed = [...(this.panels[index]?.panel ?? [])]
    this.add(changed, -1)
    changed[out] = (changed[out] ?? 0) - 1
    changed[into] = (changed[into] ?? 0) + 1
    this.add(changed)
  }

  isThere(index: number): boolean {
    return (this.panels[index]?.times ?? 0) > 0
  }

  /** Kinds, those first who sit too often by most. */
  mostOver(): number[] {
    return this.counts.map((_, kind) => kind).sort((one, other) => this.excess(other) - this.excess(one))
  }

  /** By how much the sum of squared excesses falls when a place passes from one kind to another. */
  gain(from: number, to: number): number {
    const [leaving, entering] = [this.counts[from] ?? [], this.counts[to] ?? []]
    let gain = 0
    for (const one of leaving) if (!entering.includes(one)) gain += 2 * this.excess(one) - 1
    for (const one of entering) if (!leaving.includes(one)) gain -= 2 * this.excess(one) + 1
    return gain
  }

  /** By how much the sum of squared excesses would rise if one more of each kind sat. */
  costs(): number[] {
    return this.counts.map((counts) => counts.reduce((sum, one) => sum + 2 * this.excess(one) + 1, 0))
  }

  /** How far the sum of squared excesses is from its least. */
  distance(): number {
    return this.over.reduce((sum, excess) => sum + excess * excess, 0)
  }

  excessOf(kind: number): number {
    return this.excess(kind)
  }

  private excess(one: number): number {
    return this.over[one] ?? 0
  }

  private count(kind: number, by: number): void {
    for (const one of this.counts[kind] ?? []) this.over[one] = (this.over[one] ?? 0) + by
  }
}
