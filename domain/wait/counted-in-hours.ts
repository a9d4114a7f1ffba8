import type { RuleBook } from '../rule-book/rule-book.ts'
import type { Period } from '../time/deadline.ts'
import type { WaitName } from './wait.ts'

/** Waits whose setting in the rule book can be hours and begins when the wait does. */
const settings: Partial<Record<WaitName, (ruleBook: RuleBook) => Period>> = {
  'missing document': ({ evaluation }) => evaluation.supplyDocumentWithin,
}

/** Whether a wait lasts so many hours, to the millisecond, and does not end with a day. */
export const isCountedInHours = (ruleBook: RuleBook, name: WaitName): boolean =>
  settings[name]?.(ruleBook).unit === 'hours'
