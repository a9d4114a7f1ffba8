import type { Case } from '../case/case.ts'
import type { Instant } from '../time/instant.ts'
import { openWait, type WaitEvent } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { needsSubstitution, scoringHasBegun } from './decide.ts'

/** Whether a seat is being filled, or is to be, that the scoring waits for. */
const isAwaited = (theCase: Case): boolean =>
  !scoringHasBegun(theCase) && (theCase.life.substitution !== undefined || needsSubstitution(theCase))

/** Before the scoring begins, a substitute is waited for (requirements §4), for as long as the rule book says. */
export function awaitSubstitute(theCase: Case, at: Instant): WaitEvent[] {
  if (!isAwaited(theCase) || theCase.life.wait?.name === 'substitute') return []
  return [openWait(theCase, 'substitute', at, theCase.ruleBook.panel.waitForSubstitute)]
}

/**
 * The scoring waits for the programme manager, who sees to it that the substitution ends; what is asked of whom is in the
 * substitution's own wait.
 */
export const substitute: WaitRule = {
  waitsFor: () => [{ kind: 'programme-manager' }],
  answered: (theCase, at) => {
    const { wait } = theCase.life
    // A member was excluded meanwhile who had ruled on a tender: that is ruled on again first.
    if (theCase.evaluation?.status === 'due') return true
    return !isAwaited(theCase) || wait === undefined || at >= wait.dueAt
  },
  atDeadline: () => [],
  consequence: 'Scoring begins with the members who have a seat, and the quorum decides.',
}
