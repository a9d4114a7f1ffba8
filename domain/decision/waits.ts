import type { Case } from '../case/case.ts'
import type { Party } from '../case/party.ts'
import { chair as chairOf, votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import type { Instant } from '../time/instant.ts'
import { roundIsOver } from '../vote/count.ts'
import { yetToVote } from '../vote/vote.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { unansweredRepresentations } from './decision.ts'

export function voteIsOver(theCase: Case, at: Instant): boolean {
  const { decision, panel, life } = theCase
  if (decision?.status !== 'voting' || decision.vote.status !== 'open') return true
  const dueAt = life.wait?.name === 'panel vote' ? life.wait.dueAt : undefined
  return roundIsOver(decision.vote, votingMembers(panel), votingIn(theCase).quorum, at, dueAt)
}

export const panelVote: WaitRule = {
  waitsFor: ({ decision, panel }) =>
    decision?.status === 'voting' && decision.vote.status === 'open'
      ? yetToVote(decision.vote, votingMembers(panel)).map((id) => ({ kind: 'person' as const, id }))
      : [],
  answered: voteIsOver,
  atDeadline: (theCase, wait, at) => {
    const { quorum } = votingIn(theCase)
    return [escalation(theCase, wait, at, `Fewer than ${quorum} members have voted on the award, and ${quorum} must.`)]
  },
  consequence:
    'The votes are counted. Without a quorum, the programme manager and the deputy are told that it is held up.',
}

export const confirmation: WaitRule = {
  waitsFor: () => [{ kind: 'approver' }],
  answered: ({ decision }) => decision?.status !== 'recommended',
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'The approver has neither confirmed nor rejected the panel’s decision.'),
  ],
  consequence: 'The programme manager, the deputy and whoever is asked are reminded until it is done.',
}

/** Over when its time is, and every representation has been answered. */
export function standstillIsOver({ decision, life }: Case, at: Instant): boolean {
  if (decision?.status !== 'standstill') return true
  const ends = life.wait?.name === 'standstill' ? life.wait.dueAt : decision.standstill.ends
  return at >= ends && unansweredRepresentations(decision).length === 0
}

export const standstill: WaitRule = {
  waitsFor: ({ decision, panel }) => {
    if (unansweredRepresentations(decision).length === 0) return []
    const chair = chairOf(panel)
    const answering: Party[] = [{ kind: 'programme-manager' }]
    return chair === undefined ? answering : [{ kind: 'person', id: chair }, ...answering]
  },
  answered: standstillIsOver,
  atDeadline: (theCase, wait, at) => [
    escalation(
      theCase,
      wait,
      at,
      'A representation has not been answered: the standstill stays open until the further decision is communicated.',
    ),
  ],
  consequence: 'The contract is awarded. If a representation is unanswered, the standstill stays open instead.',
}
