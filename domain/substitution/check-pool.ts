import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { evolveConflicts } from '../conflict/evolve.ts'
import type { Matter } from '../conflict/matter.ts'
import { recheckCase } from '../conflict/recheck.ts'
import { flaggedInPool } from '../conflict/waits.ts'
import { openWait } from '../wait/decide.ts'

/**
 * The step “Check who may be drawn”: everybody of the case against every rule, from the register as it is now. Nobody falls
 * out of the pool because a flagged interest has no ruling yet: the rulings are waited for before the draw is prepared.
 *
 * @param theCase as its substitution sees it
 */
export function checkPool(
  theCase: Case,
  { attempt, matter }: { attempt: number; matter: Matter },
  { at, by }: Circumstances,
): CaseEvent[] {
  mustBeCurrent(theCase, attempt)
  const checks = recheckCase(theCase, matter, 'seat')
  let { conflicts } = theCase
  for (const event of checks) conflicts = evolveConflicts(conflicts, { ...event, at, by })
  const waiting = theCase.life.wait?.name === 'rulings'
  const open = !waiting && flaggedInPool({ ...theCase, ...(conflicts && { conflicts }) }).length > 0
  return [...checks, ...(open ? [openWait(theCase, 'rulings', at, theCase.ruleBook.panel.adjudicateWithin)] : [])]
}
