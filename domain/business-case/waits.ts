import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'

export const businessCase: WaitRule = {
  waitsFor: () => [{ kind: 'approver' }],
  answered: ({ businessCase }) => businessCase?.status !== 'put',
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'The business case has not been approved or rejected.'),
  ],
  consequence:
    'The programme manager, the deputy and everybody asked are told that it is late, again and again until it is done.',
}
