import type { CaseState } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { digest } from '../record/chain.ts'
import { contributionsMissing, nameSource, sourceKind } from './source-of.ts'

/**
 * Whether randomness is taken from where the case says: the source that was fixed with it, or another that took its place on
 * the record, while contributions were missing and no draw was committed to. What exactly, after how long a notice, and with
 * which fallback, is named by rule, so that nobody picks what suits them.
 *
 * @param before the case as the record leads to it, up to the event
 */
export function sourceProblems(before: CaseState, { type, data }: CaseEvent): string[] {
  if (type === 'DrawCommitted') {
    const { committedAt, source, ...announced } = data.terms
    const expected = sourceKind(before.ruleBook)
    if (source.kind !== expected)
      return [`terms.source: it is ${source.kind}, and by the record it is to be ${expected}`]
    const company = source.kind === 'commit-reveal' ? source.fallback : undefined
    const named = nameSource(before, committedAt, company)
    const actual = { ...announced, source }
    return (['noticeHours', 'source', 'fallback'] as const)
      .filter((line) => digest(named[line]) !== digest(actual[line]))
      .map((line) => `terms.${line}: it is not what the rules of the case name`)
  }
  if (type !== 'RandomnessChanged') return []
  const free = contributionsMissing(before) && before.panel?.draw?.status !== 'committed'
  return free ? [] : ['to: the randomness was not lacking, and was changed']
}
