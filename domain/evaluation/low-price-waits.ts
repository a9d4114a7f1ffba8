import type { Case } from '../case/case.ts'
import { chair as chairOf } from '../panel/panel.ts'
import { escalation, openWait } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { lowPricesOf } from './low-price.ts'

const judged = ({ evaluation }: Case): boolean => lowPricesOf(evaluation).every(({ judgement }) => judgement)

export const priceExplanation: WaitRule = {
  waitsFor: ({ evaluation }) =>
    lowPricesOf(evaluation)
      .filter(({ explanation, judgement }) => !explanation && !judgement)
      .map(({ organisationId }) => ({ kind: 'provider', id: organisationId })),
  answered: judged,
  atDeadline: (theCase, _, at) => [
    openWait(theCase, 'price decision', at, theCase.ruleBook.evaluation.judgePriceWithin),
  ],
  consequence: 'The panel decides without the explanation that was not given.',
}

export const priceDecision: WaitRule = {
  waitsFor: ({ panel }) => {
    const chair = chairOf(panel)
    return chair === undefined ? [{ kind: 'programme-manager' }] : [{ kind: 'person', id: chair }]
  },
  answered: judged,
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'The panel has not decided on a price that the bidder was asked to explain.'),
  ],
  consequence: 'It is escalated. The tenders are not ranked before the panel has decided.',
}
