import type { Case } from '../case/case.ts'
import { restsOnOthersAlone, withResult } from '../decision/rests-on.ts'
import { lowPricesOf } from './low-price.ts'
import { robustnessInWords } from './robustness/in-words.ts'
import { robustnessOf, standings } from './robustness/robustness.ts'
import { termsOf, viewRanking } from './view.ts'
import { resultWithoutExcluded } from './without-excluded.ts'

/**
 * What the panel and the approver decide with: the ranking, how robust it is, and, where a member had to leave after the
 * ranking, the result without that member (requirements §4). Once they have decided, the ranking is the one that it rests on. Loaded with its score sheets.
 */
export function viewRankingToDecide(asMade: Case) {
  const theCase = withResult(asMade)
  const ranking = viewRanking(theCase)
  const robustness = robustnessOf(theCase)
  const withoutThem = resultWithoutExcluded(asMade)
  return {
    ...ranking,
    // Not in what is public: an explanation can hold what the bidder keeps to itself.
    lowPrices: lowPricesOf(theCase.evaluation),
    ...(withoutThem && { withoutThem }),
    // What the panel has decided rests on the result without them, which is the ranking here: this is the one that was made with them.
    ...(restsOnOthersAlone(asMade.decision) &&
      asMade.evaluation?.status === 'ranked' && { asMade: standings(asMade.evaluation.ranking) }),
    ...(robustness && { robustness, inWords: robustnessInWords(robustness, termsOf(theCase)) }),
  }
}
