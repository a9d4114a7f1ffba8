import type { Case } from '../case/case.ts'
import { sizeOf } from '../panel-draw/limits.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'

/**
 * How the panel of a case votes: by its rule book. Where the size of the panel gave way, the quorum gives way in proportion,
 * rounded up (5 of 7 is 3 of 4): else a panel that was let be formed could never decide.
 */
export function votingIn({ panel, ruleBook }: Pick<Case, 'panel' | 'ruleBook'>): RuleBook['voting'] {
  const [size, full] = [sizeOf(ruleBook, panel?.relaxed), ruleBook.panel.size]
  const { voting } = ruleBook
  return size < full ? { ...voting, quorum: Math.max(1, Math.ceil((voting.quorum * size) / full)) } : voting
}
