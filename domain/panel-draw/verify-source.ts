import type { CaseState } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { contributionsMissing, sourceKind } from './source-of.ts'

/**
 * Whether randomness is taken from where the case says: the source that was fixed with it, or another that took its place on
 * the record, while contributions were missing and no draw was committed to.
 *
 * @param before the case as the record leads to it, up to the event
 */
export function sourceProblems(before: CaseState, { type, data }: CaseEvent): string[] {
  if (type === 'DrawCommitted') {
    const expected = sourceKind(before.ruleBook)
    const { kind } = data.terms.source
    return kind === expected ? [] : [`terms.source: it is ${kind}, and by the record it is to be ${expected}`]
  }
  if (type !== 'RandomnessChanged') return []
  const free = contributionsMissing(before) && before.panel?.draw?.status !== 'committed'
  return free ? [] : ['to: the randomness was not lacking, and was changed']
}
