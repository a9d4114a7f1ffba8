import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { chairVotesAreIn } from './choose-chair.ts'
import { invited, votingMembers } from './panel.ts'

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
  consequence:
    'The votes cast decide. If there are none, the programme manager and the deputy are told that it is held up.',
}
