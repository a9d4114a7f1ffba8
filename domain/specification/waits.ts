import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { roundIsOver } from '../vote/count.ts'
import { yetToVote } from '../vote/vote.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'

/** The vote on a version can be counted: all have voted, or the deadline passed with the quorum. */
export function voteIsOver(theCase: Case, at: string): boolean {
  const { specification, panel, life } = theCase
  const vote = specification?.status === 'voting' ? specification.vote : undefined
  if (vote?.status !== 'open') return true
  return roundIsOver(vote, votingMembers(panel), votingIn(theCase).quorum, at, life.wait?.dueAt)
}

export const specification: WaitRule = {
  waitsFor: ({ panel }) => votingMembers(panel).map((id) => ({ kind: 'person', id })),
  answered: ({ specification }) => specification !== undefined && specification.status !== 'drafting',
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'The panel has not put a version of the specification to the vote.'),
  ],
  consequence: 'The programme manager, the deputy and whoever is asked are reminded until it is done.',
}

export const specificationVote: WaitRule = {
  waitsFor: ({ specification, panel }) => {
    const vote = specification?.vote
    if (vote?.status !== 'open') return []
    return yetToVote(vote, votingMembers(panel)).map((id) => ({ kind: 'person', id }))
  },
  answered: voteIsOver,
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, `Fewer than ${votingIn(theCase).quorum} members have voted on the specification.`),
  ],
  consequence:
    'If there is a quorum, the vote is counted. If not, the programme manager and the deputy are told that it is held up.',
}
