import Fraction from 'fraction.js'

/** The whole of an organisation. Shares are told in whole parts of it, rounded down: what is reckoned is exact. */
export const WHOLE = 10_000_000_000
const HALF = 5_000
const [NONE, ONE] = [new Fraction(0), new Fraction(1)]

/** One holding on the way: who owns how much of whom. */
export interface Link {
  owner: string
  owned: string
  /** Hundredths of a per cent. */
  basisPoints: number
  /** Held until that day, and no longer as much. */
  endedOn?: string
}

/** Whoever holds shares in others, by the identifiers of both. */
export interface Holder {
  id: string
  owns: readonly { organisationId: string; basisPoints: number; endedOn?: string }[]
}

/** Who owns how much of whom, directly and through others. */
export interface Ownership {
  /** What `holder` owns of `target`, all chains together, in parts of `WHOLE`; an organisation is wholly its own. */
  share(holder: string, target: string): number
  /** The chain that brings the most of it; empty where there is none. Of two alike, the shorter, then in the order of identifiers. */
  chain(holder: string, target: string): Link[]
  /**
   * Who decides for the target: they have more than half of it, alone or with others that they decide for, however little of what it
   * earns comes to them (as in the Companies Act 2006, s. 1159).
   */
  parents(target: string): readonly string[]
}

/**
 * Shares through chains are products, and chains add up: `s(h) = a(h, t) + Σ a(h, k) · s(k)`, at most the whole. Solved exactly,
 * in circles as well, so that the order of entry does not matter, and no further share makes anybody's smaller.
 */
export function ownershipOf(organisations: ReadonlyMap<string, Holder>): Ownership {
  const links = linksOf(organisations)
  const shares = new Map<string, Map<string, Share>>()
  const chains = new Map<string, Map<string, Chain>>()
  const parents = new Map<string, string[]>()
  const remembered = <T>(known: Map<string, T>, target: string, find: () => T): T => {
    const found = known.get(target) ?? find()
    known.set(target, found)
    return found
  }
  const sharesOf = (target: string) => remembered(shares, target, () => sharesIn(target, links))
  return {
    share: (holder, target) => (holder === target ? WHOLE : inParts(sharesOf(target).get(holder) ?? NONE)),
    parents: (target) =>
      remembered(parents, target, () =>
        [...reaching(target, links)].sort().filter((holder) => decidedBy(holder, links).has(target)),
      ),
    chain: (holder, target) =>
      remembered(chains, target, () => strongestChains(target, links)).get(holder)?.links ?? [],
  }
}

/** Several entries for one holding add up, to the whole at most. */
function linksOf(organisations: ReadonlyMap<string, Holder>): Link[] {
  const held = new Map<string, Link>()
  for (const { id: owner, owns } of organisations.values())
    for (const { organisationId: owned, basisPoints, endedOn } of owns) {
      if (owner === owned || !organisations.has(owned)) continue
      const key = `${owner} ${owned}`
      const before = held.get(key)?.basisPoints ?? 0
      const link = { owner, owned, basisPoints: Math.min(10_000, before + basisPoints) }
      held.set(key, endedOn === undefined ? link : { ...link, endedOn })
    }
  return [...held].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, link]) => link)
}

/** Whom somebody decides for, themselves among them: each may bring the rest of the half of another. */
function decidedBy(holder: string, links: readonly Link[]): Set<string> {
  const group = new Set([holder])
  for (let last = 0; group.size > last; ) {
    last = group.size
    const held = new Map<string, number>()
    for (const { owner, owned, basisPoints } of links)
      if (group.has(owner)) held.set(owned, (held.get(owned) ?? 0) + basisPoints)
    for (const [owned, basisPoints] of held) if (basisPoints > HALF) group.add(owned)
  }
  return group
}

type Share = Fraction

const inParts = (share: Share): number => Number(share.mul(WHOLE).floor().valueOf())

/** What each holder has of the target, exactly: nobody who has nothing of it stands there. */
function sharesIn(target: string, links: Link[]): Map<string, Share> {
  const held = Map.groupBy(
    links.filter(({ owner }) => owner !== target),
    ({ owner }) => owner,
  )
  const holders = [...reaching(target, links)].sort()
  const through = (holder: string, shares: ReadonlyMap<string, Share>): Share =>
    (held.get(holder) ?? []).reduce(
      (sum, { owned, basisPoints }) =>
        sum.add((owned === target ? ONE : (shares.get(owned) ?? NONE)).mul(basisPoints).div(10_000)),
      NONE,
    )
  // From above: who has less than the whole even if everybody else had the whole has less, and so on. Of each of these something
  // reaches the target, so there is one solution, and not several with the least among them.
  let shares = new Map(holders.map((holder) => [holder, ONE]))
  for (let partly: string[] = []; ; ) {
    const less = holders.filter((holder) => through(holder, shares).compare(ONE) < 0)
    if (less.length === partly.length) return shares
    partly = less
    const rest = new Map(holders.map((holder) => [holder, partly.includes(holder) ? NONE : ONE]))
    shares = new Map([
      ...rest,
      ...solved(
        partly.map((holder) => {
          const own = (held.get(holder) ?? []).filter(({ owned }) => partly.includes(owned))
          const of = new Map(own.map(({ owned, basisPoints }) => [owned, new Fraction(basisPoints, 10_000)]))
          return { of: holder, is: through(holder, rest), and: of }
        }),
      ),
    ])
  }
}

/** Who owns something of it, directly or through others. */
function reaching(target: string, links: Link[]): Set<string> {
  const found = new Set<string>()
  for (let last = -1; found.size > last; ) {
    last = found.size
    for (const { owner, owned } of links)
      if (owner !== target && (owned === target || found.has(owned))) found.add(owner)
  }
  return found
}

/** What somebody has: a number, and parts of what others have. */
interface Equation {
  of: string
  is: Share
  and: Map<string, Share>
}

/** Each put into those that are left, one after the other, the shortest first so that they stay short; then back. */
function solved(equations: Equation[]): Map<string, Share> {
  const [first, ...others] = equations.toSorted((one, other) => one.and.size - other.and.size)
  if (!first) return new Map()
  const { of, is, and } = withoutItself(first)
  const without = others.map((other): Equation => {
    const part = other.and.get(of)
    if (!part) return other
    const joined = new Map([...other.and].filter(([name]) => name !== of))
    for (const [name, more] of and) joined.set(name, (joined.get(name) ?? NONE).add(more.mul(part)))
    return { of: other.of, is: other.is.add(is.mul(part)), and: joined }
  })
  const known = solved(without)
  const own = [...and].reduce((sum, [name, part]) => sum.add((known.get(name) ?? NONE).mul(part)), is)
  return known.set(of, own)
}

/** `x = b + c · x` is `x = b / (1 − c)`: what comes back round a circle. */
function withoutItself({ of, is, and }: Equation): Equation {
  const again = ONE.sub(and.get(of) ?? NONE)
  const others = [...and].filter(([name]) => name !== of)
  return { of, is: is.div(again), and: new Map(others.map(([name, part]) => [name, part.div(again)])) }
}

interface Chain {
  share: number
  links: Link[]
}

const times = (basisPoints: number, share: number): number => Math.floor((basisPoints * share) / 10_000)

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
