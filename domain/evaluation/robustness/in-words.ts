import Fraction from 'fraction.js'
import { rounded, roundedSigned } from '../exact.ts'
import type { Weighing } from '../rank.ts'
import type { Robustness } from './robustness.ts'

/**
 * How robust the ranking is, in sentences; organisations by their identifiers, members by their number only, so that the
 * sentences can be published.
 */
export function robustnessInWords(robustness: Robustness, { criteria }: Pick<Weighing, 'criteria'>): string[] {
  return [
    weightsInWords(robustness, criteria),
    ...(['kept', 'set aside'] as const).flatMap((agreements) => withoutInWords(robustness, agreements)),
    robustness.withoutOne.length === 0
      ? 'The scores of fewer than two members count, so there is nobody who could agree with anybody.'
      : agreementInWords(robustness.agreement),
    scorersInWords(robustness),
  ]
}

function weightsInWords({ winner, weights }: Robustness, criteria: Weighing['criteria']): string {
  switch (weights.outcome) {
    case 'no rival':
      return 'Fewer than two tenders are ranked, so no change of weights could change which comes first.'
    case 'tied':
      return `${winner} and ${weights.rival} have equal totals, and a rule for ties decided. The smallest change of weights in favour of ${weights.rival} would put it first.`
    case 'never':
      return `${winner} would come first whatever the weights.`
    case 'changes': {
      const titleOf = (id: string | undefined) =>
        id === undefined ? 'the price' : `“${criteria.find((criterion) => criterion.id === id)?.title ?? id}”`
      const changes = weights.changes.map(
        ({ criterionId, from, to }) => `${titleOf(criterionId)} from ${shown(from)} to ${shown(to)}`,
      )
      return `${shown(weights.moved)} of the 100 points of weight would have to move before ${weights.rival} came first: ${changes.join(', ')}. 1% less would not be enough.`
    }
  }
}

/** A weight, rounded to as few places as still show that it is not 0. */
export const shown = (value: string): string =>
  new Fraction(value).d === 1n ? value : rounded(value, new Fraction(value).lt(1) ? 4 : 2)

function withoutInWords({ winner, withoutOne }: Robustness, agreements: 'kept' | 'set aside'): string[] {
  const each = withoutOne.filter((one) => one.agreements === agreements)
  if (each.length === 0) return []
  const changing = each.filter(({ changesTheWinner }) => changesTheWinner).length
  const what =
    agreements === 'kept'
      ? 'Without one member’s own scores'
      : 'Without one member’s scores and everything they helped to agree'
  return [
    winner === undefined
      ? changing === 0
        ? `${what}, whichever member it is, no tender has a place, as with everybody’s.`
        : `${what}, a tender comes first for ${changing} of the ${each.length} members, and with everybody’s none has a place.`
      : changing === 0
        ? `${what}, whichever member it is, the same tender comes first.`
        : `${what}, another tender comes first for ${changing} of the ${each.length} members.`,
  ]
}

/** How far members agree, wherever it is told. The two thresholds are Krippendorff's own (*Content Analysis*, 2004, p. 241). */
export function agreementInWords({ ordinal, interval }: Robustness['agreement']): string {
  if (ordinal === undefined || interval === undefined)
    return 'Every member gave the same score everywhere, so agreement cannot be distinguished from chance.'
  const value = new Fraction(ordinal)
  const means = value.gte('0.8')
    ? 'reliable'
    : value.gte('0.667')
      ? 'good enough for tentative conclusions'
      : 'low: the reasons are worth reading again'
  return `The members’ agreement is ${roundedSigned(ordinal, 2)}, where 1 is full agreement and 0 is chance: ${means}. The measure is Krippendorff’s alpha for ordered scores; for scores taken as distances it is ${roundedSigned(interval, 2)}.`
}

function scorersInWords({ scorers: { overall, byTender } }: Robustness): string {
  // Of two scorers each stands out from the other, and a single scorer from nobody.
  if (overall.length === 0) return 'The scores of fewer than three members count, so nobody’s can stand out.'
  const [all, some] = [overall, byTender].map((list) => list.filter(({ unusual }) => unusual).length)
  if (!all && !some) return 'No member’s scores are unlike the others’.'
  const parts = [
    ...(all
      ? [
          `${all} of ${overall.length} members generally ${all === 1 ? 'scores' : 'score'} higher or lower than the others`,
        ]
      : []),
    ...(some ? [`${some === 1 ? 'once' : `${some} times`} a member scores one tender unlike the others do`] : []),
  ]
  return `${parts.join(', and ')}: their reasons are worth reading again.`
}
