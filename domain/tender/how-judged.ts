import Fraction from 'fraction.js'
import type { Case } from '../case/case.ts'
import { exact, rounded } from '../evaluation/exact.ts'
import { equalTotals, HIGHEST_SCORE } from '../evaluation/rank.ts'
import { inWords } from '../time/deadline.ts'
import type { PublishedTerms } from './tender.ts'

/**
 * How tenders become a result, by the rules that are fixed to the case, for everybody who thinks of tendering: bidders are told before they tender
 * whatever their places follow from (Procurement Act 2023, s. 23; decision 43). What the criteria, their scales and the price formula say stands
 * with these.
 */
export function howJudged(
  { ruleBook: { evaluation: rules, voting } }: Pick<Case, 'ruleBook'>,
  { criteria }: Pick<PublishedTerms, 'criteria'>,
): string[] {
  const apart = rounded(exact(new Fraction(rules.moderateAboveSpread * HIGHEST_SCORE, 100))).replace(/\.?0+$/, '')
  const low = rules.askAboutPriceBelow
  return [
    `First it is checked that each tender is what was asked for. A bidder who left out a document, or sent one that cannot be read, is asked for it once, and has ${inWords(rules.supplyDocumentWithin)} to send it. Answers that are scored, and prices, cannot be sent afterwards. A tender is excluded only if two people say so, with their reasons, of whom one at least sits on the panel.`,
    `Each member of the panel scores every tender on every criterion, from 0 to ${HIGHEST_SCORE}, with a reason. Nobody sees another’s scores before all are in, and nobody sees a price. At least ${voting.quorum} members must have scored every tender. A member who has not done so in time, or is excluded for a conflict of interest, counts for no tender.`,
    `A tender’s score on a criterion is the mean of the members’ scores. Where the highest and the lowest are more than ${apart} apart, the panel discusses them: the score that it agrees stands, with its reason. Where none is agreed, the median of the members’ scores stands.`,
    `A score earns the weight of its criterion × the score ÷ ${HIGHEST_SCORE}. The points of all criteria and of the price are added, as exact fractions, and the greatest total comes first.`,
    ...(criteria.some(({ minimum }) => minimum !== undefined)
      ? [
          'A tender whose score is below the minimum of a criterion has no place, and its price is not the lowest that others are measured by.',
        ]
      : []),
    'Prices are opened once all scores are settled.',
    ...(low > 0
      ? [
          `A bidder whose price is below ${low}% of the median of all prices (or, where fewer than three came, of the costs in the proposal) is asked to explain it, and has ${inWords(rules.explainPriceWithin)} to do so. The panel disregards the tender only if it is not shown that the contract can be performed for that price.`,
        ]
      : []),
    `${equalTotals} The lot is drawn from random numbers that the bidders seal with their prices.`,
  ]
}
