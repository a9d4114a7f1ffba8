import { votingMembers } from '../panel/panel.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { unrenewed } from './renewal.ts'

export const declarations: WaitRule = {
  waitsFor: (theCase) => unrenewed(theCase).map((id) => ({ kind: 'person', id })),
  /** All have declared; or the deadline has passed and the quorum has. Whoever declares later, scores from then on. */
  answered: (theCase, at) => {
    const { life, panel, ruleBook } = theCase
    const left = unrenewed(theCase).length
    const enough = votingMembers(panel).length - left >= ruleBook.voting.quorum
    return left === 0 || (enough && life.wait !== undefined && at >= life.wait.dueAt)
  },
  atDeadline: (theCase, wait, at) => {
    const members = votingMembers(theCase.panel).length
    const so = `${members - unrenewed(theCase).length} of ${members} members have declared whether they have an interest in those who tendered.`
    return [escalation(theCase, wait, at, `${so} The quorum is ${theCase.ruleBook.voting.quorum}.`)]
  },
  consequence:
    'Once the quorum has declared it goes on. Whoever has not declared reads no tender, and scores none; without the quorum it is escalated.',
}
