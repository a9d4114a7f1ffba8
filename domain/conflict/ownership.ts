import type { Organisation } from '../locality/locality.ts'

/** One: the whole of an organisation. Whole numbers, so that shares add up the same in every order. */
export const WHOLE = 10_000_000_000

/** One holding on the way: who owns how much of whom. */
export interface Link {
  owner: string
  owned: string
  /** Hundredths of a per cent. */
  basisPoints: number
}

/** Who owns how much of whom, directly and through others. */
export interface Ownership {
  /** What `holder` owns of `target`, all chains together, in parts of `WHOLE`; an organisation is wholly its own. */
  share(holder: string, target: string): number
  /** The chain that brings the most of it; empty where there is none. Of two alike, the shorter, then in the order of identifiers. */
  chain(holder: string, target: string): Link[]
}

/**
 * Shares through chains are products, and chains add up: `s(h) = a(h, t) + Σ a(h, k) · s(k)`, the least solution, at most
 * the whole. Found from below, so that circular ownership ends, and the order of entry does not matter.
 */
export function ownershipOf(organisations: ReadonlyMap<string, Organisation>): Ownership {
  const links = linksOf(organisations)
  const shares = new Map<string, Map<string, number>>()
  const chains = new Map<string, Map<string, Chain>>()
  const remembered = <T>(known: Map<string, T>, target: string, find: () => T): T => {
    const found = known.get(target) ?? find()
    known.set(target, found)
    return found
  }
  return {
    share: (holder, target) =>
      holder === target ? WHOLE : (remembered(shares, target, () => sharesIn(target, links)).get(holder) ?? 0),
    chain: (holder, target) =>
      remembered(chains, target, () => strongestChains(target, links)).get(holder)?.links ?? [],
  }
}

/** Several entries for one holding add up, to the whole at most. */
function linksOf(organisations: ReadonlyMap<string, Organisation>): Link[] {
  const held = new Map<string, Link>()
  for (const { id: owner, owns } of organisations.values())
    for (const { organisationId: owned, basisPoints } of owns) {
      if (owner === owned || !organisations.has(owned)) continue
      const key = `${owner} ${owned}`
      const before = held.get(key)?.basisPoints ?? 0
      held.set(key, { owner, owned, basisPoints: Math.min(10_000, before + basisPoints) })
    }
  return [...held].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, link]) => link)
}

const times = (basisPoints: number, share: number): number => Math.floor((basisPoints * share) / 10_000)

/** Without circles, as many rounds as the longest chain has links are enough. */
const MOST_ROUNDS = 100

function sharesIn(target: string, links: Link[]): Map<string, number> {
  let shares = new Map<string, number>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = new Map<string, number>()
    for (const { owner, owned, basisPoints } of links) {
      if (owner === target) continue
      const through = owned === target ? WHOLE : (shares.get(owned) ?? 0)
      const sum = (next.get(owner) ?? 0) + times(basisPoints, through)
      if (sum > 0) next.set(owner, Math.min(WHOLE, sum))
    }
    if ([...next].every(([holder, share]) => shares.get(holder) === share)) return next
    shares = next
  }
  return sharesRoundAndRound(target, links)
}

/** Each of so many turns counts twice as many rounds as the one before: more than any circle takes to come to its end. */
const TURNS = 64
/** Where holdings add up to more than the whole, which are mistakes, powers must not outgrow what a number can say. */
const MOST = 1e12

/**
 * The same least solution for circles that hardly leak, which rounds one by one would take years to fill: with A the holdings
 * and b those in the target, (1 + A + A² + …) · b by doubling, at most the whole.
 */
function sharesRoundAndRound(target: string, links: Link[]): Map<string, number> {
  const holders = [...new Set(links.flatMap(({ owner, owned }) => [owner, owned]))].filter((id) => id !== target).sort()
  const size = holders.length
  const at = new Map(holders.map((id, index) => [id, index]))
  let power = new Float64Array(size * size)
  let shares = new Float64Array(size)
  for (const { owner, owned, basisPoints } of links) {
    const [row, column] = [at.get(owner), at.get(owned)]
    if (row === undefined) continue
    if (column === undefined) shares[row] = (shares[row] ?? 0) + basisPoints / 10_000
    else power[row * size + column] = basisPoints / 10_000
  }
  for (let turn = 0; turn < TURNS; turn += 1) {
    const sums = shares.map((share, row) => {
      let sum = share
      for (let by = 0; by < size; by += 1) sum += (power[row * size + by] ?? 0) * (shares[by] ?? 0)
      return Math.min(1, sum)
    })
    if (sums.every((sum, row) => sum === shares[row])) break
    shares = sums
    power = squared(power, size)
  }
  return new Map(
    holders.flatMap((id, row) => {
      const share = Math.floor((shares[row] ?? 0) * WHOLE + 0.001)
      return share > 0 ? [[id, share] as const] : []
    }),
  )
}

function squared(matrix: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const square = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1)
    for (let by = 0; by < size; by += 1) {
      const factor = matrix[row * size + by] ?? 0
      if (factor === 0) continue
      for (let column = 0; column < size; column += 1) {
        const place = row * size + column
        square[place] = Math.min(MOST, (square[place] ?? 0) + factor * (matrix[by * size + column] ?? 0))
      }
    }
  return square
}

interface Chain {
  share: number
  links: Link[]
}

function strongestChains(target: string, links: Link[]): Map<string, Chain> {
  const best = new Map<string, Chain>()
  for (let improved = true; improved; ) {
    improved = false
    for (const link of links) {
      if (link.owner === target) continue
      const rest = link.owned === target ? { share: WHOLE, links: [] } : best.get(link.owned)
      if (!rest || rest.links.some(({ owner }) => owner === link.owner)) continue
      const chain = { share: times(link.basisPoints, rest.share), links: [link, ...rest.links] }
      if (chain.share > 0 && stronger(chain, best.get(link.owner))) {
        best.set(link.owner, chain)
        improved = true
      }
    }
  }
  return best
}

function stronger(one: Chain, other: Chain | undefined): boolean {
  if (!other) return true
  if (one.share !== other.share) return one.share > other.share
  if (one.links.length !== other.links.length) return one.links.length < other.links.length
  const way = ({ links }: Chain) => links.map(({ owned }) => owned).join(' ')
  return way(one) < way(other)
}
