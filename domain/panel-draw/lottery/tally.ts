import type { Selection } from '../instance/selection.ts'

/** The panels of a lottery, each with how often it is in it, and who sits how much too often (or, negative, too seldom). */
export class Tally {
  readonly panels: { panel: readonly number[]; times: number }[] = []
  private readonly known = new Map<string, number>()
  private readonly over: number[]
  private readonly people: number[]
  /** What each kind counts towards: itself, and its party where at most one of a party sits. */
  private readonly counts: number[][]

  /** @param ideal seats in the whole lottery: of each kind and then, where they are counted, of each party */
  constructor({ kinds, parties }: Selection, ideal: readonly number[]) {
    this.over = ideal.map((seats) => -seats)
    this.people = [...kinds.map(({ people }) => people.length), ...parties.map(() => 1)]
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

  /** By how much the lottery comes closer to what it should be when a place passes from one kind to another. */
  gain(from: number, to: number): number {
    const [leaving, entering] = [this.counts[from] ?? [], this.counts[to] ?? []]
    let gain = 0
    for (const one of leaving) if (!entering.includes(one)) gain -= this.rise(one, -1)
    for (const one of entering) if (!leaving.includes(one)) gain -= this.rise(one, 1)
    return gain
  }

  /** By how much the lottery would come further from what it should be if one more of each kind sat. */
  costs(): number[] {
    return this.counts.map((counts) => counts.reduce((sum, one) => sum + this.rise(one, 1), 0))
  }

  /** How far the lottery is from what it should be. */
  distance(): number {
    return this.over.reduce((sum, excess, one) => sum + this.burden(one, excess), 0)
  }

  excessOf(kind: number): number {
    return this.excess(kind)
  }

  private excess(one: number): number {
    return this.over[one] ?? 0
  }

  /** The burden rises steeply, so that those who are furthest off count most. */
  private burden(one: number, excess: number): number {
    const squared = excess ** 2
    return squared ** 2 / (this.people[one] ?? 1) ** 2 + squared / 8
  }

  private rise(one: number, by: number): number {
    return this.burden(one, this.excess(one) + by) - this.burden(one, this.excess(one))
  }

  private count(kind: number, by: number): void {
    for (const one of this.counts[kind] ?? []) this.over[one] = (this.over[one] ?? 0) + by
  }
}
