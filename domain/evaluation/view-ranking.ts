import type { Case } from '../case/case.ts'
import { lowPricesOf } from './low-price.ts'
import { scorers } from './members.ts'
import { robustnessInWords } from './robustness/in-words.ts'
import { resultWithout, robustnessOf } from './robustness/robustness.ts'
import { termsOf, viewRanking } from './view.ts'

/**
 * What the panel and the approver decide with: the ranking, how robust it is, and, where a member had to leave after the
 * prices were opened, the result without that member (requirements §4). Loaded with its score sheets.
 */
export function viewRankingToDecide(theCase: Case) {
  const ranking = viewRanking(theCase)
  const robustness = robustnessOf(theCase)
  const counting = scorers(theCase)
  const finished = theCase.evaluation && 'finished' in theCase.evaluation ? theCase.evaluation.finished : []
  const setAside = finished.filter((member) => !counting.includes(member))
  const winner = ranking.ranking.find(({ place }) => place === 1)?.organisationId
  return {
    ...ranking,
    // Not in what is public: an explanation can hold what the bidder keeps to itself.
    lowPrices: lowPricesOf(theCase.evaluation),
    ...(setAside.length > 0 && {
      // They no longer sit or score, so whatever is reckoned now is without them.
      withoutThem: { ...resultWithout(theCase, [], 'set aside', winner), members: setAside },
    }),
    ...(robustness && { robustness, inWords: robustnessInWords(robustness, termsOf(theCase)) }),
  }
}
