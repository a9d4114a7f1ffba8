import { panelIsPossible } from '../panel-draw/decide.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { chairVotesAreIn } from './choose-chair.ts'
import { invited, votingMembers } from './panel.ts'

/** Nobody is waited for: the time between a draw's commitment and its seed. */
export const draw: WaitRule = {
  waitsFor: () => [],
  answered: ({ life }, at) => life.wait === undefined || at >= life.wait.dueAt,
  atDeadline: () => [],
  consequence: 'The seed is revealed and the panel is drawn.',
}

/** No panel is possible: the case is sent back for more nominees, or withdrawn. */
export const pool: WaitRule = {
  waitsFor: () => [{ kind: 'programme-manager' }],
  answered: (theCase) => panelIsPossible(theCase),
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'No panel is possible with the eligible nominees.'),
  ],
  consequence: 'It stays escalated until the case is sent back to nomination.',
}

export const invitations: WaitRule = {
  waitsFor: ({ panel }) => invited(panel).map((id) => ({ kind: 'person', id })),
  answered: ({ panel }) => invited(panel).length === 0,
  atDeadline: ({ panel }) => [{ type: 'SeatsLapsed', data: { people: invited(panel) } }],
  consequence: 'The seats that have not been accepted go to substitutes.',
}

export const chair: WaitRule = {
  waitsFor: ({ panel }) => {
    const choice = panel?.chair
    if (choice?.status !== 'choosing') return []
    return votingMembers(panel)
      .filter((member) => choice.votes[member] === undefined)
      .map((id) => ({ kind: 'person', id }))
  },
  answered: (theCase, at) => chairVotesAreIn(theCase, at),
  atDeadline: (theCase, wait, at) => [escalation(theCase, wait, at, 'No member has voted for a chair.')],
  consequence: 'The votes cast decide; if there are none, it is escalated.',
}
