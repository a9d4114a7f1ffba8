import Fraction from 'fraction.js'
import * as z from '../zod.ts'
import { bases } from './basis.ts'
import { type Exact, exact, exactSchema, sum } from './exact.ts'
import { lot } from './lot.ts'
import { type PriceFormula, pricePoints } from './price-formula.ts'

/** The scale of every criterion is 0 to 5 (requirements §6). */
export const HIGHEST_SCORE = 5

/** The rules of ties, for people. */
export const equalTotals =
  'Equal totals are put in order by more quality points, then by the higher score, criterion by criterion from the greatest weight, and last by lot.'

const criterionScoreSchema = z.object({ criterionId: z.string(), score: exactSchema, basis: z.enum(bases) })
export type CriterionScore = z.infer<typeof criterionScoreSchema>

/** Everything that the place of one tender follows from, term by term. */
export const rankedSchema = z.object({
  organisationId: z.string(),
  /** 1 is the best. Absent when a minimum is not met. */
  place: z.int().min(1).optional(),
  criteria: z.array(criterionScoreSchema.extend({ weight: exactSchema, points: exactSchema })),
  /** Criteria whose minimum is not met. */
  belowMinimum: z.array(z.string()),
  quality: exactSchema,
  /** Absent when a minimum is not met: the lowest price is taken from the tenders that meet them all. */
  price: z.object({ pence: z.int(), lowestPence: z.int(), share: exactSchema, points: exactSchema }).optional(),
  total: exactSchema,
  /** With an equal total, what put this tender before the next. */
  tie: z.object({ with: z.string(), settledBy: z.string() }).optional(),
})
export type Ranked = z.infer<typeof rankedSchema>

export interface Weighing {
  criteria: { id: string; title: string; weight: Exact; minimum?: number | undefined }[]
  priceShare: Exact
  priceFormula: PriceFormula
}

export interface Scored {
  organisationId: string
  scores: CriterionScore[]
  pence: number
}

/**
 * Ranks the tenders (requirements §6), exactly:
 * quality = Σ weight × score ÷ 5; price by the published formula (price-formula.ts); total = quality + price.
 *
 * A tender below the minimum of a criterion has no place, and its price is not the lowest that others are measured by.
 * Equal totals are settled by more quality, then by the higher score on the criterion with the greatest weight, then on
 * the next, and last by lot: the SHA-256 of the canonical JSON `[seed, organisationId]`, the smallest first.
 *
 * @param seed `lotSeed` of the bidders' numbers, which nobody knew before the prices were opened
 */
export function rank(
  { criteria, priceShare, priceFormula }: Weighing,
  tenders: readonly Scored[],
  seed: string,
): Ranked[] {
  const weighed = tenders.map((tender) => weigh(criteria, tender))
  const placed = weighed.filter(({ belowMinimum }) => belowMinimum.length === 0)
  const lowestPence = Math.min(...placed.map(({ pence }) => pence))
  const priced = placed.map(({ pence, ...tender }) => {
    const points = pricePoints(priceFormula, { share: priceShare, pence, lowestPence })
    return {
      ...tender,
      price: { pence, lowestPence, share: priceShare, points },
      total: exact(new Fraction(points).add(tender.quality)),
    }
  })
  const rules = tieRules(criteria, seed)
  const ranked = priced.sort((one, other) => {
    const total = new Fraction(other.total).compare(one.total)
    return total !== 0 ? total : (settle(rules, one, other)?.order ?? 0)
  })
  const places = ranked.map((tender, index) => {
    const next = ranked[index + 1]
    const tied = next && next.total === tender.total ? settle(rules, tender, next) : undefined
    return {
      ...tender,
      place: index + 1,
      ...(next && tied && { tie: { with: next.organisationId, settledBy: tied.by } }),
    }
  })
  const without = weighed
    .filter(({ belowMinimum }) => belowMinimum.length > 0)
    .map(({ pence: _, ...tender }) => ({ ...tender, total: tender.quality }))
  return [...places, ...without.sort((one, other) => (one.organisationId < other.organisationId ? -1 : 1))]
}

/** By what rule a tender comes before another that has an equal total. */
export const settledBy = ({ criteria }: Pick<Weighing, 'criteria'>, seed: string, first: Ranked, other: Ranked) =>
  settle(tieRules(criteria, seed), first, other)?.by

/** What a tender scored that is out for its price: its quality, with no place and no points for a price. */
export function unranked({ criteria }: Pick<Weighing, 'criteria'>, tender: Omit<Scored, 'pence'>): Ranked {
  const weighed = weigh(criteria, tender)
  return { ...weighed, total: weighed.quality }
}

function weigh<Tender extends Omit<Scored, 'pence'>>(
  criteria: Weighing['criteria'],
  { organisationId, scores, ...rest }: Tender,
) {
  const terms = criteria.map(({ id, weight }) => {
    const given = scores.find(({ criterionId }) => criterionId === id)
    if (!given) throw new Error('A tender is ranked only when it has a score on every criterion.')
    return { ...given, weight, points: exact(new Fraction(weight).mul(given.score).div(HIGHEST_SCORE)) }
  })
  const belowMinimum = criteria
    .filter(({ id, minimum }) => {
      const score = terms.find(({ criterionId }) => criterionId === id)?.score
      return minimum !== undefined && score !== undefined && new Fraction(score).lt(minimum)
    })
    .map(({ id }) => id)
  const quality = exact(sum(terms.map(({ points }) => new Fraction(points))))
  return { ...rest, organisationId, criteria: terms, belowMinimum, quality }
}

type Weighed = Pick<Ranked, 'organisationId' | 'criteria' | 'quality'>

/** Who comes first (negative: the first named), by the first rule that tells the two apart. */
interface TieRule {
  by: string
  compare(one: Weighed, other: Weighed): number
}

function tieRules(criteria: Weighing['criteria'], seed: string): TieRule[] {
  const scoreOf = (tender: Weighed, id: string) =>
    tender.criteria.find(({ criterionId }) => criterionId === id)?.score ?? '0'
  const byWeight = criteria.toSorted((one, other) => new Fraction(other.weight).compare(one.weight))
  return [
    { by: 'more quality points', compare: (one, other) => new Fraction(other.quality).compare(one.quality) },
    ...byWeight.map(({ id, title }) => ({
      by: `a higher score on “${title}”`,
      compare: (one: Weighed, other: Weighed) => new Fraction(scoreOf(other, id)).compare(scoreOf(one, id)),
    })),
    {
      by: 'lot',
      compare: (one, other) => (lot(seed, one.organisationId) < lot(seed, other.organisationId) ? -1 : 1),
    },
  ]
}

function settle(rules: TieRule[], one: Weighed, other: Weighed): { by: string; order: number } | undefined {
  for (const { by, compare } of rules) {
    const order = compare(one, other)
    if (order !== 0) return { by, order }
  }
  return undefined
}
