import type { Case } from '../case/case.ts'
import { pool } from '../nomination/nomination.ts'
import { seated, seatOf } from '../panel/panel.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { flagged } from './conflict.ts'

export const adjudication: WaitRule = {
  waitsFor: () => [{ kind: 'programme-manager' }],
  answered: (theCase) => flaggedTakingPart(theCase).length === 0,
  atDeadline: (theCase, wait, at) => [escalation(theCase, wait, at, notAdjudicated(flaggedTakingPart(theCase).length))],
  consequence:
    'The programme manager, the deputy and whoever is asked are reminded until it is done. No panel is drawn while a flagged interest of a nominee has no ruling.',
}

/**
 * Flagged people who could be drawn, or who sit. A flag on somebody who decides without sitting holds up no panel: its ruling
 * is chased instead.
 */
export function flaggedTakingPart({ conflicts, nomination, panel }: Pick<Case, 'conflicts' | 'nomination' | 'panel'>) {
  const part = new Set([...(nomination ? pool(nomination) : []), ...seated(panel)])
  return flagged(conflicts).filter((person) => part.has(person))
}

const notAdjudicated = (left: number): string =>
  `${left} flagged ${left === 1 ? 'interest has' : 'interests have'} not been adjudicated.`

/**
 * People who could be drawn except that nobody has ruled on their flagged interest: nobody falls out of a pool for want of a
 * ruling.
 */
export const flaggedInPool = ({ conflicts, nomination, panel }: Pick<Case, 'conflicts' | 'nomination' | 'panel'>) => {
  const nominated = nomination ? pool(nomination) : []
  return flagged(conflicts).filter((person) => nominated.includes(person) && !seatOf(panel, person))
}

/** Before a substitute is drawn. Members keep their seats until there is a ruling, and the draw does not wait for theirs. */
export const rulings: WaitRule = {
  waitsFor: () => [{ kind: 'programme-manager' }],
  answered: (theCase) => flaggedInPool(theCase).length === 0,
  atDeadline: (theCase, wait, at) => [escalation(theCase, wait, at, notAdjudicated(flaggedInPool(theCase).length))],
  consequence:
    'The programme manager, the deputy and whoever is asked are reminded until it is done. No substitute is drawn while somebody who could be drawn is waiting for a ruling.',
}

/**
 * A ruling that is overdue and was escalated: the approver can give it then, so that a manager and a deputy who cannot, or do not, hold up
 * no decision for good (decision 22).
 */
export const rulingsAreOverdue = ({ conflicts, life }: Pick<Case, 'conflicts' | 'life'>): boolean =>
  flagged(conflicts).length > 0 &&
  (conflicts?.waiting?.escalatedAt !== undefined ||
    (life.wait?.name === 'adjudication' && life.wait.escalatedAt !== undefined))

/** Flagged people whom no wait of the workflow waits for: the flag came up after the panel was formed, or they take no part in it. */
export function flagsInMidstage(theCase: Pick<Case, 'conflicts' | 'life' | 'nomination' | 'panel'>): string[] {
  const { conflicts, life } = theCase
  if (['submission', 'nomination'].includes(life.stage) || life.status === 'ended') return []
  const awaited =
    life.stage === 'panel-formation' || life.wait?.name === 'adjudication'
      ? flaggedTakingPart(theCase)
      : life.substitution?.wait?.name === 'rulings'
        ? flaggedInPool(theCase)
        : []
  return flagged(conflicts).filter((person) => !awaited.includes(person))
}
