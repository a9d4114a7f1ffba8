import type { Case } from '../case/case.ts'
import type { Party } from '../case/party.ts'
import { leadersAsked } from '../panel/lead.ts'
import { votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import type { Instant } from '../time/instant.ts'
import { roundIsOver } from '../vote/count.ts'
import { yetToVote } from '../vote/vote.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { standstillNow, unansweredRepresentations } from './decision.ts'
import { unruledBeforeAward, unruledMembers } from './unruled.ts'

/** Its round is over, and no member's flagged interest waits for a ruling. */
export const voteIsOver = (theCase: Case, at: Instant): boolean =>
  roundHasEnded(theCase, at) && (theCase.decision?.status !== 'voting' || unruledMembers(theCase).length === 0)

/** Everybody has voted, or enough have and the time is up: no ballot is cast any more. */
export function roundHasEnded(theCase: Case, at: Instant): boolean {
  const { decision, panel, life } = theCase
  if (decision?.status !== 'voting' || decision.vote.status !== 'open') return true
  const dueAt = life.wait?.name === 'panel vote' ? life.wait.dueAt : undefined
  return roundIsOver(decision.vote, votingMembers(panel), votingIn(theCase).quorum, at, dueAt)
}

export const panelVote: WaitRule = {
  waitsFor: (theCase) => {
    const { decision, panel } = theCase
    if (decision?.status !== 'voting' || decision.vote.status !== 'open') return []
    const members = yetToVote(decision.vote, votingMembers(panel)).map((id) => ({ kind: 'person' as const, id }))
    return unruledMembers(theCase).length > 0 ? [...members, { kind: 'programme-manager' as const }] : members
  },
  answered: voteIsOver,
  atDeadline: (theCase, wait, at) => {
    const { quorum } = votingIn(theCase)
    return [
      escalation(
        theCase,
        wait,
        at,
        roundHasEnded(theCase, at)
          ? 'An interest of a member is flagged, and nobody has ruled on it: the votes are not counted before.'
          : `Fewer than ${quorum} members have voted on the award, and ${quorum} must.`,
      ),
    ]
  },
  consequence:
    'The votes are counted. Without a quorum, or while a member’s flagged interest waits for a ruling, the programme manager and the deputy are told that it is held up.',
}

export const confirmation: WaitRule = {
  waitsFor: () => [{ kind: 'approver' }],
  answered: ({ decision }) => decision?.status !== 'recommended',
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'The approver has neither confirmed nor rejected the panel’s decision.'),
  ],
  consequence: 'The programme manager, the deputy and whoever is asked are reminded until it is done.',
}

/**
 * Over when its time is, every representation has been answered, no flagged interest that it rests on waits for a ruling, and the notice
 * stands where it must (decision 35).
 */
export function standstillIsOver(theCase: Case, at: Instant): boolean {
  const { decision, life } = theCase
  if (decision?.status !== 'standstill') return true
  const ends = life.wait?.name === 'standstill' ? life.wait.dueAt : standstillNow(decision).ends
  return at >= ends && !isHeld(theCase)
}

const isHeld = (theCase: Case): boolean =>
  unansweredRepresentations(theCase.decision).length > 0 ||
  unruledBeforeAward(theCase).length > 0 ||
  lacksNotice(theCase)

/** Nobody has recorded that the notice was published on the national platform, and the award waits for it (a setting). */
export const lacksNotice = ({ decision, ruleBook }: Pick<Case, 'decision' | 'ruleBook'>): boolean =>
  ruleBook.decision.awardNeedsPublishedNotice && decision?.status === 'standstill' && !decision.published

export const standstill: WaitRule = {
  waitsFor: (theCase) => {
    const secretariat: Party = { kind: 'programme-manager' }
    if (unansweredRepresentations(theCase.decision).length === 0) return isHeld(theCase) ? [secretariat] : []
    return [...leadersAsked(theCase).filter(({ kind }) => kind === 'person'), secretariat]
  },
  answered: standstillIsOver,
  atDeadline: (theCase, wait, at) => [
    escalation(
      theCase,
      wait,
      at,
      unansweredRepresentations(theCase.decision).length > 0
        ? 'A representation has not been answered: the standstill stays open until the further decision is communicated.'
        : unruledBeforeAward(theCase).length > 0
          ? 'An interest that the award depends on is flagged, and nobody has ruled on it: nothing is awarded before.'
          : 'Nobody has recorded that the notice was published on the national platform: nothing is awarded before.',
    ),
  ],
  consequence:
    'The contract is awarded. If a representation is unanswered, or a flagged interest waits for a ruling, the standstill stays open instead.',
}
