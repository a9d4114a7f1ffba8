import type { Recorded } from '../case/event.ts'
import { defaultRuleBook, type RuleBook } from './rule-book.ts'

/** The rules of a case, fixed when it is accepted; where its randomness comes from can change on the record (decision 15). */
export function evolveRuleBook(before: RuleBook = defaultRuleBook(), event: Recorded): RuleBook {
  switch (event.type) {
    case 'ProposalAccepted':
      return event.data.ruleBook
    case 'RandomnessChanged':
      return { ...before, panel: { ...before.panel, randomness: event.data.to } }
    default:
      return before
  }
}
