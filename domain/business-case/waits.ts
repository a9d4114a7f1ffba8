import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'

export const businessCase: WaitRule = {
  waitsFor: () => [{ kind: 'approver' }],
  answered: ({ businessCase }) => businessCase?.status !== 'put',
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'The business case has not been approved or rejected.'),
  ],
  consequence: 'The programme manager, the deputy and whoever is asked are reminded until it is done.',
}
