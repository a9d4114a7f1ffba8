import Fraction from 'fraction.js'
import * as z from '../../zod.ts'
import { exact, exactSchema, sum } from '../exact.ts'
import type { PriceFormula } from '../price-formula.ts'
import { HIGHEST_SCORE, type Ranked, rank, type Scored, type Weighing } from '../rank.ts'

/** The smallest change of the weights that makes another tender the first. */
export const weightChangeSchema = z.discriminatedUnion('outcome', [
  /** Fewer than two tenders have a place. */
  z.object({ outcome: z.literal('no rival') }),
  /** The totals are equal, not all scores are, and a rule for ties made the winner: any change in the rival's favour is enough. */
  z.object({ outcome: z.literal('tied'), rival: z.string() }),
  /** The winner wins under all weights. */
  z.object({ outcome: z.literal('never') }),
  z.object({
    outcome: z.literal('changes'),
    rival: z.string(),
    /** Points of weight that move from some criteria to another. */
    moved: exactSchema,
    /** The weights that differ; without a criterion it is the price share. */
    changes: z.array(z.object({ criterionId: z.string().optional(), from: exactSchema, to: exactSchema })),
  }),
])
export type WeightChange = z.infer<typeof weightChangeSchema>

/** Everything that carries weight: the criteria, and last the price share where it is above 0. */
type Weights = Fraction[]

/**
 * The smallest change of weights that changes the winner, exactly (requirements §6). Weights stay 0 or more and 100
 * together, and the price share is one of them; the measure is how many points of weight move.
 *
 * It is the linear program: minimise ½ Σ |Δᵢ| with Σ Δᵢ = 0, wᵢ + Δᵢ ≥ 0 and Σ (wᵢ + Δᵢ) dᵢ ≤ 0, where dᵢ is by how much
 * the winner is better than a rival on i (as a share of what i can earn). With this one constraint besides the sum it is
 * a fractional knapsack, and solved in closed form: weight moves to where d is least, from where d is greatest first. The
 * answer for a rival on whom the rules for ties do not decide is a little more than the minimum (under 1 %), so that it is
 * ahead and not level. Every answer has been ranked anew: it changes the winner, and 99 % of it does not.
 */
export function smallestWeightChange(
  weighing: Weighing,
  tenders: readonly Scored[],
  ranking: readonly Ranked[],
  seed: string,
): WeightChange {
  const [winner, ...rivals] = ranking.filter(({ place }) => place !== undefined)
  if (!winner || rivals.length === 0) return { outcome: 'no rival' }
  const weights = weightsOf(weighing)
  const firstUnder = (changed: Weights) => rank(reweighed(weighing, changed), tenders, seed)[0]?.organisationId
  const flips = (changed: Weights) => firstUnder(changed) !== winner.organisationId
  const worth = worthOf(winner, weighing)
  const better = (rival: Ranked) => worthOf(rival, weighing).some((value, index) => value.gt(worth[index] ?? 0))
  // Who is equal in everything, so that a lot decided, is put first by no weights.
  const tied = rivals.find((rival) => rival.total === winner.total && better(rival))
  if (tied) return { outcome: 'tied', rival: tied.organisationId }
  const nearest = rivals
    .flatMap((rival) => {
      const advantages = worthOf(rival, weighing).map((value, index) => (worth[index] ?? value).sub(value))
      const level = shifted(weights, advantages, new Fraction(0))
      return level ? [{ advantages, level, moved: movedBetween(weights, level) }] : []
    })
    .sort((one, other) => one.moved.compare(other.moved))
  for (const { advantages, level, moved } of nearest) {
    const enough = (changed: Weights) => flips(changed) && movedBetween(weights, changed).lte(moved.mul(101, 100))
    const changed = flips(level)
      ? level
      : justBeyond(weights, advantages, (one) => enough(one) && !flips(between(weights, one, new Fraction(99, 100))))
    if (changed)
      return {
        outcome: 'changes',
        rival: firstUnder(changed) ?? '',
        moved: exact(movedBetween(weights, changed)),
        changes: differences(weighing, weights, changed),
      }
  }
  return { outcome: 'never' }
}

/** A little beyond level, ever less until it suits; undefined where the rival is never ahead. */
function justBeyond(
  weights: Weights,
  advantages: Fraction[],
  suits: (changed: Weights) => boolean,
): Weights | undefined {
  const lead = sum(weights.map((weight, index) => weight.mul(advantages[index] ?? 0)))
  for (let part = 1_000; part <= 1_000_000_000; part *= 1_000) {
    const changed = shifted(weights, advantages, lead.div(-part))
    if (changed && suits(changed)) return changed
  }
  return undefined
}

/** The least movement of weight after which the lead, Σ weight × advantage, is no more than `target`. */
function shifted(weights: Weights, advantages: readonly Fraction[], target: Fraction): Weights | undefined {
  const lead = sum(weights.map((weight, index) => weight.mul(advantages[index] ?? 0)))
  const order = advantages
    .map((advantage, index) => ({ advantage, index }))
    .sort((one, other) => other.advantage.compare(one.advantage))
  const least = order.at(-1)
  if (!least) return undefined
  const changed = [...weights]
  let still = lead.sub(target)
  for (const { advantage, index } of order) {
    const gain = advantage.sub(least.advantage)
    if (still.lte(0) || gain.lte(0)) break
    const here = weights[index] ?? new Fraction(0)
    const needed = still.div(gain)
    const moves = needed.lt(here) ? needed : here
    changed[index] = here.sub(moves)
    changed[least.index] = (changed[least.index] ?? new Fraction(0)).add(moves)
    still = still.sub(moves.mul(gain))
  }
  return still.lte(0) ? changed : undefined
}

export const weightsOf = ({ criteria, priceShare }: Weighing): Weights => [
  ...criteria.map(({ weight }) => new Fraction(weight)),
  ...(new Fraction(priceShare).gt(0) ? [new Fraction(priceShare)] : []),
]

/**
 * The same terms under other weights. Points that an amount costs belong to the price share, and change in proportion to
 * it: what a price is worth as a share of what it could earn stays the same.
 */
export function reweighed(weighing: Weighing, weights: Weights): Weighing {
  const { criteria, priceShare, priceFormula } = weighing
  const share = weights[criteria.length] ?? new Fraction(0)
  return {
    criteria: criteria.map((criterion, index) => ({ ...criterion, weight: exact(weights[index] ?? new Fraction(0)) })),
    priceShare: exact(share),
    priceFormula: inProportion(priceFormula, share.equals(0) ? new Fraction(1) : share.div(priceShare)),
  }
}

const inProportion = (formula: PriceFormula, by: Fraction): PriceFormula =>
  formula.kind === 'fixed-per-amount' ? { ...formula, points: exact(new Fraction(formula.points).mul(by)) } : formula

/** From 0 to 1, what a tender earned of each weight. */
function worthOf({ criteria, price }: Ranked, weighing: Weighing): Fraction[] {
  return [
    ...criteria.map(({ score }) => new Fraction(score).div(HIGHEST_SCORE)),
    ...(new Fraction(weighing.priceShare).gt(0) ? [new Fraction(price?.points ?? 0).div(weighing.priceShare)] : []),
  ]
}

/** @param part of the way from one to the other */
export const between = (one: Weights, other: Weights, part: Fraction): Weights =>
  one.map((weight, index) => weight.add((other[index] ?? weight).sub(weight).mul(part)))

const movedBetween = (one: Weights, other: Weights): Fraction =>
  sum(one.map((weight, index) => weight.sub(other[index] ?? weight).abs())).div(2)

const differences = ({ criteria }: Weighing, from: Weights, to: Weights) =>
  from.flatMap((weight, index) => {
    const changed = to[index] ?? weight
    const id = criteria[index]?.id
    return weight.equals(changed)
      ? []
      : [{ ...(id !== undefined && { criterionId: id }), from: exact(weight), to: exact(changed) }]
  })
