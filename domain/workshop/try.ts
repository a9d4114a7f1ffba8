import Fraction from 'fraction.js'
import { exact, sum } from '../evaluation/exact.ts'
import { rank, type Scored, type Weighing } from '../evaluation/rank.ts'
import { expand } from '../evaluation/terms.ts'
import type { Criterion } from '../specification/content.ts'
import type { Move, Tried, Try } from './workshop.ts'

/** By how many points a share is moved to see whether another sample would come first. */
export const FARTHEST = 10

/** A tie of samples is settled by lot like any other, from words that everybody knows: nothing rests on it. */
const SEED = 'weighting workshop'

/** How the sample tenders would rank, with every term, and what moves the first place. Exact. */
export function tryWeights(criteria: readonly Criterion[], attempt: Omit<Try, 'version'>): Tried {
  const weighing = weigh(criteria, attempt)
  const scored = attempt.samples.map(({ name, scores, pence }) => ({
    organisationId: name,
    scores: criteria.map(({ id }) => ({
      criterionId: id,
      score: String(scores[id] ?? 0),
      basis: 'moderated' as const,
    })),
    pence,
  }))
  const ranking = rank(weighing, scored, SEED).map((ranked) => ({
    name: ranked.organisationId,
    ...(ranked.place !== undefined && { place: ranked.place }),
    quality: ranked.quality,
    ...(ranked.price && { price: ranked.price.points }),
    total: ranked.total,
    terms: expand(ranked, weighing).map((line) => line.replace(' (moderated)', '')),
  }))
  return { ranking, moves: moves(weighing, scored) }
}

const weigh = (
  criteria: readonly Criterion[],
  { weights, priceShare, priceFormula }: Omit<Try, 'version'>,
): Weighing => ({
  criteria: criteria.map((criterion) => ({ ...criterion, weight: weights[criterion.id] ?? criterion.weight })),
  priceShare,
  priceFormula,
})

const firstOf = (weighing: Weighing, scored: Scored[]): string | undefined => {
  const [best] = rank(weighing, scored, SEED)
  return best?.place === 1 ? best.organisationId : undefined
}

/**
 * Each total is a straight line in the points by which a share is moved, so whoever has lost the first place does not get it back: the
 * least points that lose it are found by halving.
 */
function moves(weighing: Weighing, scored: Scored[]): Move[] {
  const first = firstOf(weighing, scored)
  if (first === undefined) return []
  return [...weighing.criteria.map(({ id }) => id), 'price'].flatMap((share) =>
    [1, -1].flatMap((sign) => {
      const firstAfter = (points: number): string | undefined => {
        const moved = moveShare(weighing, share, sign * points)
        return moved && firstOf(moved, scored)
      }
      let [kept, lost] = [0, FARTHEST]
      if (firstAfter(lost) === first) return []
      while (lost - kept > 1) {
        const between = Math.floor((kept + lost) / 2)
        if (firstAfter(between) === first) kept = between
        else lost = between
      }
      const then = firstAfter(lost)
      return then === undefined ? [] : [{ share, points: sign * lost, first: then }]
    }),
  )
}

/**
 * One share made larger by so many points, which the others give up in proportion to their own, so that all are 100 as
 * before; undefined where it or they would fall below 0.
 */
export function moveShare(weighing: Weighing, share: string, points: number): Weighing | undefined {
  const { criteria, priceShare } = weighing
  const total = sum(criteria.map(({ weight }) => new Fraction(weight))).add(priceShare)
  const own = new Fraction(share === 'price' ? priceShare : (criteria.find(({ id }) => id === share)?.weight ?? 0))
  const others = total.sub(own)
  if (own.add(points).lt(0) || others.lt(points) || others.equals(0)) return undefined
  const moved = (id: string, weight: string): string => {
    const before = new Fraction(weight)
    return exact(id === share ? before.add(points) : before.mul(others.sub(points)).div(others))
  }
  return {
    ...weighing,
    criteria: criteria.map((criterion) => ({ ...criterion, weight: moved(criterion.id, criterion.weight) })),
    priceShare: moved('price', priceShare),
  }
}
