import { votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { unrenewed } from './renewal.ts'

export const declarations: WaitRule = {
  waitsFor: (theCase) => unrenewed(theCase).map((id) => ({ kind: 'person', id })),
  /** All have declared; or the deadline has passed and the quorum has. Whoever declares later, scores from then on. */
  answered: (theCase, at) => {
    const { life, panel } = theCase
    const left = unrenewed(theCase).length
    const enough = votingMembers(panel).length - left >= votingIn(theCase).quorum
    return left === 0 || (enough && life.wait !== undefined && at >= life.wait.dueAt)
  },
  atDeadline: (theCase, wait, at) => {
    const members = votingMembers(theCase.panel).length
    const so = `${members - unrenewed(theCase).length} of ${members} members have declared whether they have an interest in the organisations that tendered.`
    return [escalation(theCase, wait, at, `${so} The quorum is ${votingIn(theCase).quorum}.`)]
  },
  consequence:
    'If a quorum has declared, the case continues, but members who have not declared cannot read or score a tender. Without a quorum, the programme manager and the deputy are told that it is held up.',
}
