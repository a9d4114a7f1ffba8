import type { Case } from '../case/case.ts'
import { lowPricesOf } from './low-price.ts'
import { robustnessInWords } from './robustness/in-words.ts'
import { robustnessOf } from './robustness/robustness.ts'
import { termsOf, viewRanking } from './view.ts'
import { resultWithoutExcluded } from './without-excluded.ts'

/**
 * What the panel and the approver decide with: the ranking, how robust it is, and, where a member had to leave after the
 * ranking, the result without that member (requirements §4). Loaded with its score sheets.
 */
export function viewRankingToDecide(theCase: Case) {
  const ranking = viewRanking(theCase)
  const robustness = robustnessOf(theCase)
  const withoutThem = resultWithoutExcluded(theCase)
  return {
    ...ranking,
    // Not in what is public: an explanation can hold what the bidder keeps to itself.
    lowPrices: lowPricesOf(theCase.evaluation),
    ...(withoutThem && { withoutThem }),
    ...(robustness && { robustness, inWords: robustnessInWords(robustness, termsOf(theCase)) }),
  }
}
