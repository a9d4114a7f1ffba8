import { createHash } from 'node:crypto'

/**
 * What a reader of a disclosure pack reckons with nothing but its files (issue “From specification to award”: Defensible).
 * Rational numbers of its own, in two integers: nothing of the product's arithmetic is used.
 */
export class Rational {
  readonly n: bigint
  readonly d: bigint
  constructor(n: bigint, d = 1n) {
    this.n = d < 0n ? -n : n
    this.d = d < 0n ? -d : d
  }
  static of(text: string): Rational {
    const [n = '0', d = '1'] = text.split('/')
    return new Rational(BigInt(n), BigInt(d))
  }
  plus({ n, d }: Rational): Rational {
    return new Rational(this.n * d + n * this.d, this.d * d)
  }
  minus({ n, d }: Rational): Rational {
    return this.plus(new Rational(-n, d))
  }
  times({ n, d }: Rational): Rational {
    return new Rational(this.n * n, this.d * d)
  }
  over({ n, d }: Rational): Rational {
    return this.times(new Rational(d, n))
  }
  compare({ n, d }: Rational): number {
    const difference = this.n * d - n * this.d
    return difference > 0n ? 1 : difference < 0n ? -1 : 0
  }
}

const whole = (value: bigint | number) => new Rational(BigInt(value))
const ZERO = whole(0)

interface Matter {
  organisationId: string
  criterionId: string
}

/** `scores.json` */
export interface Scores {
  sheets: {
    organisationId: string
    member: string
    counted: boolean
    scores: Record<string, { score: number; rationale: string }>
  }[]
}

/** `moderation.json` */
export interface Moderation {
  moderated: (Matter & { score: number })[]
  notAgreed: Matter[]
}

/** `prices.json` */
export type Prices = { organisationId: string; pence?: number }[]

/** Of `tender/published.json`. */
export interface Terms {
  criteria: { id: string; weight: string; minimum?: number }[]
  priceShare: string
  priceFormula: { kind: string; ceilingPence?: number; amountPence?: number; points?: string }
}

/** `ranking.json` */
export interface Ranking {
  ranking: { organisationId: string; place?: number; total: string }[]
  ties: { seed: string }
}

const same = (one: Matter) => (other: Matter) =>
  one.organisationId === other.organisationId && one.criterionId === other.criterionId

/** What counts on one criterion: what was agreed, else the median, else the mean. */
function scoreOf(matter: Matter, given: number[], { moderated, notAgreed }: Moderation): Rational {
  const agreed = moderated.find(same(matter))
  if (agreed) return whole(agreed.score)
  const sorted = [...given].sort((one, other) => one - other)
  const middle = (sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)
  if (notAgreed.some(same(matter))) return new Rational(BigInt(middle), 2n)
  return new Rational(BigInt(given.reduce((all, one) => all + one, 0)), BigInt(given.length))
}

/** By the words of the published formula. */
function forPrice({ priceFormula, priceShare }: Terms, pence: number, lowest: number): Rational {
  const share = Rational.of(priceShare)
  const { kind, ceilingPence = 0, amountPence = 1, points = '0' } = priceFormula
  if (kind === 'lowest-over-price') return share.times(new Rational(BigInt(lowest), BigInt(pence)))
  const earned =
    kind === 'linear-to-ceiling'
      ? pence >= ceilingPence
        ? ZERO
        : share.times(new Rational(BigInt(ceilingPence - pence), BigInt(ceilingPence - lowest)))
      : share.minus(Rational.of(points).times(new Rational(BigInt(pence - lowest), BigInt(amountPence))))
  return earned.compare(ZERO) < 0 ? ZERO : earned
}

/** `SHA-256` of the canonical JSON `[seed, organisation]`, the smallest first (decision 32). */
const lot = (seed: string, organisationId: string) =>
  createHash('sha256')
    .update(JSON.stringify([seed, organisationId]))
    .digest('hex')

export interface Files {
  scores: Scores
  moderation: Moderation
  prices: Prices
  terms: Terms
  seed: string
}

/** Every tender whose price was read: placed, from first to last; and those below a minimum, with their quality alone. */
export function reckon({ scores: { sheets }, moderation, prices, terms, seed }: Files) {
  const judged = prices.flatMap(({ organisationId, pence }) => {
    if (pence === undefined) return []
    const own = sheets.filter((sheet) => sheet.organisationId === organisationId && sheet.counted)
    const scored = terms.criteria.map(({ id, weight, minimum }) => {
      const given = own.flatMap(({ scores }) => scores[id]?.score ?? [])
      const score = scoreOf({ organisationId, criterionId: id }, given, moderation)
      const below = minimum !== undefined && score.compare(whole(minimum)) < 0
      return { id, weight: Rational.of(weight), score, below }
    })
    const quality = scored.reduce((all, { weight, score }) => all.plus(weight.times(score).over(whole(5))), ZERO)
    return [{ organisationId, pence, scored, quality, out: scored.some(({ below }) => below) }]
  })
  const out = judged.filter((one) => one.out)
  const placed = judged.filter((one) => !one.out)
  const lowest = Math.min(...placed.map(({ pence }) => pence))
  const totals = placed
    .map((one) => ({ ...one, total: one.quality.plus(forPrice(terms, one.pence, lowest)) }))
    .sort((one, other) => {
      const byTotal = other.total.compare(one.total) || other.quality.compare(one.quality)
      if (byTotal !== 0) return byTotal
      const heaviest = one.scored.toSorted((a, b) => b.weight.compare(a.weight))
      for (const { id, score } of heaviest) {
        const theirs = other.scored.find((scored) => scored.id === id)?.score ?? ZERO
        if (theirs.compare(score) !== 0) return theirs.compare(score)
      }
      return lot(seed, one.organisationId) < lot(seed, other.organisationId) ? -1 : 1
    })
  return { totals, out }
}
