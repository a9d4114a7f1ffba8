import type { Case } from '../case/case.ts'
import { unsupplied } from '../compliance/missing-document.ts'
import { openLowPrices } from '../evaluation/low-price.ts'
import { type RecordedAs, type Rule, refused, rule, unless } from '../record/rule.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'
import { dueAfter, type Period } from '../time/deadline.ts'
import { decideWait } from './decide.ts'
import type { WaitName } from './wait.ts'

/** What people outside the panel are given time for, and where the rules of the case say how much. */
const givenTime: { [W in WaitName]?: (ruleBook: RuleBook) => Period } = {
  nominations: ({ nomination }) => nomination.closeAfter,
  invitations: ({ panel }) => panel.acceptWithin,
  tenders: ({ tender }) => tender.openFor,
  'missing document': ({ evaluation }) => evaluation.supplyDocumentWithin,
  'price explanation': ({ evaluation }) => evaluation.explainPriceWithin,
}

export const waitRules: readonly Rule[] = [
  rule(
    'Whoever is asked to nominate, to accept a seat, to tender, for a document or about a price has the time that the rules of the case give, and it is not cut short.',
    ['WaitOpened'],
    ['life', 'ruleBook', 'compliance', 'evaluation'],
    timeProblems,
  ),
  rule(
    'A person moves a deadline only where it can be moved, to a later time or, to correct that, back to no earlier than it was; and resuming a case brings none forward.',
    ['DeadlineExtended', 'CaseResumed'],
    ['life', 'ruleBook'],
    movedProblems,
  ),
]

function timeProblems(before: Case, { data: { name, dueAt }, at }: RecordedAs<'WaitOpened'>): string[] {
  const { wait } = before.life
  const period = givenTime[name]?.(before.ruleBook)
  const cutShort =
    wait !== undefined &&
    at < wait.dueAt &&
    ((wait.name === 'missing document' && name === 'compliance' && unsupplied(before).length > 0) ||
      (wait.name === 'price explanation' &&
        name === 'price decision' &&
        openLowPrices(before).some(({ explanation }) => !explanation)))
  return [
    ...unless(!period || dueAt >= dueAfter(at, period), 'dueAt: it is earlier than the rules of the case say'),
    ...unless(!cutShort, `the ${wait?.name} was still waited for, until ${wait?.dueAt}`),
  ]
}

function movedProblems(before: Case, event: RecordedAs<'DeadlineExtended' | 'CaseResumed'>): string[] {
  const { wait } = before.life
  if (event.type === 'CaseResumed') {
    const { dueAt } = event.data
    return unless(
      !wait || dueAt === undefined || dueAt >= wait.dueAt,
      `the deadline was ${wait?.dueAt} before the pause`,
    )
  }
  const { data, at, by } = event
  // The standstill moves with the notice that is recorded, and other deadlines with votes and steps.
  const byOfficer = 'person' in by && ['programme-manager', 'deputy-programme-manager'].includes(by.as)
  if (!byOfficer || data.wait === 'standstill' || wait?.name !== data.wait) return []
  return refused(() =>
    decideWait(before, { type: 'ExtendDeadline', dueAt: data.dueAt, reason: data.reason }, { at, by }),
  )
}
