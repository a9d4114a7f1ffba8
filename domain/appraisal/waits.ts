import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { proposerOf } from '../proposal/waits.ts'
import { hasQuorum, roundIsOver } from '../vote/count.ts'
import { yetToVote } from '../vote/vote.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { unansweredItems } from './appraisal.ts'

/** The vote on the proposal can be counted: all have voted, or the deadline passed with the quorum. */
export function voteIsOver(theCase: Case, at: string): boolean {
  const { appraisal, panel, life } = theCase
  if (appraisal?.status !== 'open' || appraisal.vote?.status !== 'open') return true
  return roundIsOver(appraisal.vote, votingMembers(panel), votingIn(theCase).quorum, at, life.wait?.dueAt)
}

export const appraisal: WaitRule = {
  waitsFor: ({ appraisal, panel }) => {
    const members = votingMembers(panel)
    const waiting = appraisal?.vote?.status === 'open' ? yetToVote(appraisal.vote, members) : members
    return waiting.map((id) => ({ kind: 'person', id }))
  },
  answered: voteIsOver,
  atDeadline: (theCase, wait, at) => {
    const { appraisal, panel } = theCase
    const { quorum } = votingIn(theCase)
    const open = appraisal ? unansweredItems(appraisal).length : 0
    const quorate = appraisal?.vote?.status === 'open' && hasQuorum(appraisal.vote, votingMembers(panel), quorum)
    const because = [
      ...(open > 0 ? [`${open} items of the checklist are not answered.`] : []),
      ...(quorate ? [] : [`Fewer than ${quorum} members have voted on the proposal.`]),
    ]
    return [escalation(theCase, wait, at, because.join(' '))]
  },
  consequence:
    'If there is a quorum, the vote is counted. If not, the programme manager and the deputy are told that it is held up.',
}

export const revision: WaitRule = {
  waitsFor: ({ proposal }) => [proposerOf(proposal)],
  answered: () => false, // revising opens the next appraisal
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'The proposal that the panel returned has not been revised.'),
  ],
  consequence: 'The programme manager, the deputy and whoever is asked are reminded until it is done.',
}
