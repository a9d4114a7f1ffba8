import type { Case } from '../case/case.ts'
import { lowPricesOf } from './low-price.ts'
import { robustnessInWords } from './robustness/in-words.ts'
import { robustnessOf } from './robustness/robustness.ts'
import { ruledByExcluded } from './ruled-by-excluded.ts'
import { termsOf, viewRanking } from './view.ts'
import { asItStands, sinceRanking } from './without-excluded.ts'

/**
 * What the panel and the approver decide with: the ranking and how robust it is. Where a member had to leave after the tenders were
 * ranked, it is the result without that member, and beside it stands how the ranking was made (requirements §4). Loaded with its score sheets.
 */
export function viewRankingToDecide(asMade: Case) {
  const theCase = asItStands(asMade)
  const ranking = viewRanking(theCase)
  const robustness = robustnessOf(theCase)
  const since = sinceRanking(asMade)
  const rulings = ruledByExcluded(asMade)
  return {
    ...ranking,
    // Not in what is public: an explanation can hold what the bidder keeps to itself.
    lowPrices: lowPricesOf(theCase.evaluation),
    ...(since && { excludedSince: since }),
    ...(rulings.length > 0 && { ruledByExcluded: rulings }),
    ...(robustness && { robustness, inWords: robustnessInWords(robustness, termsOf(theCase)) }),
  }
}
