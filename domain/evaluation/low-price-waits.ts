import type { Case } from '../case/case.ts'
import { undecided } from '../compliance/compliance.ts'
import { leadersAsked } from '../panel/lead.ts'
import { escalation, openWait } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { openLowPrices } from './low-price.ts'
import { scoresAreQuorate } from './members.ts'

/**
 * The panel has decided on each; or something else has to be settled first, which the workflow is let on to see to: a ruling
 * that is open again because a member was excluded, or the quorum that went with them.
 */
const judged = (theCase: Case): boolean =>
  openLowPrices(theCase).length === 0 || undecided(theCase.compliance).length > 0 || !scoresAreQuorate(theCase)

export const priceExplanation: WaitRule = {
  waitsFor: (theCase) =>
    openLowPrices(theCase)
      .filter(({ explanation }) => !explanation)
      .map(({ organisationId }) => ({ kind: 'provider', id: organisationId })),
  answered: judged,
  atDeadline: (theCase, _, at) => [
    openWait(theCase, 'price decision', at, theCase.ruleBook.evaluation.judgePriceWithin),
  ],
  consequence: 'The panel decides without the explanation that was not given.',
}

export const priceDecision: WaitRule = {
  waitsFor: leadersAsked,
  answered: judged,
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'The panel has not decided on a price that the bidder was asked to explain.'),
  ],
  consequence:
    'The programme manager, the deputy and whoever is asked are reminded until it is done. The tenders are not ranked before the panel has decided.',
}
