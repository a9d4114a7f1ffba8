import type { Case } from '../case/case.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { flagged } from './conflict.ts'

export const adjudication: WaitRule = {
  waitsFor: () => [{ kind: 'programme-manager' }],
  answered: ({ conflicts }) => flagged(conflicts).length === 0,
  atDeadline: (theCase, wait, at) => {
    const left = flagged(theCase.conflicts).length
    return [
      escalation(
        theCase,
        wait,
        at,
        `${left} flagged ${left === 1 ? 'interest has' : 'interests have'} not been adjudicated.`,
      ),
    ]
  },
  consequence: 'It is escalated: no panel is drawn while a flagged interest has no ruling.',
}

/** Flagged people whom no wait of the workflow waits for: the flag came up after the panel was formed. */
export function flagsInMidstage({ conflicts, life }: Pick<Case, 'conflicts' | 'life'>): string[] {
  const early = ['submission', 'nomination', 'panel-formation'].includes(life.stage)
  return early || life.status === 'ended' || life.wait?.name === 'adjudication' ? [] : flagged(conflicts)
}
