import type { Kind, Selection } from '../instance/selection.ts'

/** A panel while it exchanges members: who is on it, and how many count towards each quota. */
interface Side {
  members: Int32Array
  counted: Int32Array
}

/** Two feasible panels that exchange members, and stay feasible. */
export class ExchangingPanels {
  /** How many members each has whom the other has not. */
  readonly differing: number
  private readonly common: number
  private readonly first: Side
  private readonly second: Side
  private readonly selection: Selection
  private readonly kindOf: readonly number[]
  /** Whether two of one party can sit together, so that an exchange may change on how many panels anybody of it sits. */
  private readonly shared: boolean

  /** @param one, other rising members, by number */
  constructor(one: Int32Array, other: Int32Array, selection: Selection, kindOf: readonly number[]) {
    this.selection = selection
    this.kindOf = kindOf
    this.shared = selection.kinds.some(({ seat, party }) => party !== undefined && party !== seat)
    const { both, alone, apart } = split(one, other)
    this.common = both.length
    this.differing = alone.length
    this.first = this.side(both, alone)
    this.second = this.side(both, apart)
  }

  /**
   * Exchanges a member, or two at once, unless a panel would not be feasible any more, or anybody of a party would sit on more or fewer of
   * the two.
   *
   * @param from, to the places of a member whom only the first panel has, among these, and of one whom only the second has
   */
  exchange(from: number, to: number, further?: { from: number; to: number }): void {
    const seated = this.shared ? this.seatedParties(from, to, further) : ''
    const changes = this.pass(from, to)
    const changesFurther = further !== undefined && this.pass(further.from, further.to)
    if (!changes && !changesFurther) return
    const stands =
      this.fits(this.first, from) &&
      this.fits(this.second, to) &&
      (!further || (this.fits(this.first, further.from) && this.fits(this.second, further.to))) &&
      (!this.shared || this.seatedParties(from, to, further) === seated)
    if (stands) return
    this.pass(from, to)
    if (further) this.pass(further.from, further.to)
  }

  panels(): [Int32Array, Int32Array] {
    return [this.first.members.sort(), this.second.members.sort()]
  }

  /** @returns whether who takes the place is of another kind */
  private pass(from: number, to: number): boolean {
    const { first, second, common, kindOf } = this
    const leaves = this.member(first, from)
    const enters = this.member(second, to)
    first.members[common + from] = enters
    second.members[common + to] = leaves
    if (kindOf[leaves] === kindOf[enters]) return false
    for (const quota of this.kind(leaves).quotas) move(quota, first, second)
    for (const quota of this.kind(enters).quotas) move(quota, second, first)
    return true
  }

  /** Whether a panel is feasible with who has just entered it. */
  private fits(side: Side, entered: number): boolean {
    const { members, counted } = side
    const { seat, apart } = this.kind(this.member(side, entered))
    const { quotas } = this.selection
    for (let quota = 0; quota < quotas.length; quota += 1) {
      const [limit, count] = [quotas[quota], counted[quota] ?? 0]
      if (limit && (count < limit.least || count > limit.most)) return false
    }
    return (
      (seat === undefined || !members.some((m, at) => at !== this.common + entered && this.kind(m).seat === seat)) &&
      (apart.length === 0 || !members.some((m) => apart.includes(this.kindOf[m] ?? -1)))
    )
  }

  /** On how many of the two panels anybody of each party sits of whom a member is exchanged. */
  private seatedParties(from: number, to: number, further?: { from: number; to: number }): string {
    const { first, second } = this
    const exchanged = [this.member(first, from), this.member(second, to)]
    if (further) exchanged.push(this.member(first, further.from), this.member(second, further.to))
    const partyOf = (member: number) => this.kind(member).party ?? -1
    return [...new Set(exchanged.map(partyOf))]
      .sort(rising)
      .map(
        (party) => [first, second].filter(({ members }) => members.some((member) => partyOf(member) === party)).length,
      )
      .join(' ')
  }

  private member({ members }: Side, place: number): number {
    return members[this.common + place] ?? -1
  }

  private side(both: readonly number[], others: readonly number[]): Side {
    const members = new Int32Array(both.length + others.length)
    members.set(both)
    members.set(others, both.length)
    const counted = new Int32Array(this.selection.quotas.length)
    for (const member of members)
      for (const quota of this.kind(member).quotas) counted[quota] = (counted[quota] ?? 0) + 1
    return { members, counted }
  }

  private kind(member: number): Kind {
    const kind = this.selection.kinds[this.kindOf[member] ?? -1]
    if (!kind) throw new RangeError(`Member ${member} is of no kind.`)
    return kind
  }
}

const rising = (one: number, other: number) => one - other

function move(quota: number, from: Side, to: Side): void {
  from.counted[quota] = (from.counted[quota] ?? 0) - 1
  to.counted[quota] = (to.counted[quota] ?? 0) + 1
}

/** Whom two panels have both, only the first has, and only the second has: each rising. */
function split(one: Int32Array, other: Int32Array) {
  const parts: Record<'both' | 'alone' | 'apart', number[]> = { both: [], alone: [], apart: [] }
  for (let [here, there] = [0, 0]; here < one.length || there < other.length; ) {
    const [mine, theirs] = [one[here] ?? Infinity, other[there] ?? Infinity]
    parts[mine === theirs ? 'both' : mine < theirs ? 'alone' : 'apart'].push(Math.min(mine, theirs))
    if (mine <= theirs) here += 1
    if (theirs <= mine) there += 1
  }
  return parts
}
