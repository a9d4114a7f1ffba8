import type { Case } from '../case/case.ts'
import { undecided } from '../compliance/compliance.ts'
import type { Period } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { openWait, type WaitEvent } from '../wait/decide.ts'
import type { WaitName } from '../wait/wait.ts'
import { openLowPrices } from './low-price.ts'

type Priced = Pick<Case, 'compliance' | 'evaluation' | 'life' | 'ruleBook'>

/** Whether nothing that the prices showed waits for people any more. */
export const isSettled = (theCase: Priced): boolean =>
  undecided(theCase.compliance).length === 0 && openLowPrices(theCase).length === 0

/**
 * What the ranking waits for now that the prices are open: a ruling on what was found with one; an explanation of a low one;
 * the panel's decision on it. Where the case waits for that already, nothing is opened.
 */
export function awaitBeforeRanking(theCase: Priced, at: Instant): WaitEvent[] {
  const { life, ruleBook } = theCase
  const { ruleOnComplianceWithin, explainPriceWithin, judgePriceWithin } = ruleBook.evaluation
  const waits = (name: WaitName, period: Period) =>
    life.wait?.name === name ? [] : [openWait(theCase, name, at, period)]
  if (isSettled(theCase)) return []
  if (undecided(theCase.compliance).length > 0) return waits('compliance', ruleOnComplianceWithin)
  const explained = openLowPrices(theCase).every(({ explanation }) => explanation)
  return explained || life.wait?.name === 'price decision'
    ? waits('price decision', judgePriceWithin)
    : waits('price explanation', explainPriceWithin)
}
