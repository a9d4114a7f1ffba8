import type { Case } from '../case/case.ts'
import { chair as chairOf, votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { dueAfter, inWords } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { escalation, extension } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { scoringHasClosed } from './evaluation.ts'
import { finishedMembers, scoresAreQuorate } from './members.ts'
import { isConcluded } from './moderation.ts'

export const unfinishedMembers = (theCase: Case): string[] => {
  const finished = finishedMembers(theCase)
  return votingMembers(theCase.panel).filter((member) => !finished.includes(member))
}

/** Whether scoring is over: the quorum is in, and so is everyone else, or the deadline passed after it was extended once. */
export function scoringIsOver(theCase: Case, at: Instant): boolean {
  const { evaluation, life } = theCase
  if (evaluation?.status !== 'scoring') return true
  if (evaluation.tenders.length === 0) return true
  if (finishedMembers(theCase).length < votingIn(theCase).quorum) return false
  const passed = life.wait !== undefined && life.wait.automaticExtensions > 0 && at >= life.wait.dueAt
  return passed || unfinishedMembers(theCase).length === 0
}

const tooFewAreLeft = (theCase: Case): boolean => votingMembers(theCase.panel).length < votingIn(theCase).quorum

export const scores: WaitRule = {
  waitsFor: (theCase) => {
    if (theCase.evaluation?.status !== 'scoring') return []
    const members = unfinishedMembers(theCase).map((id) => ({ kind: 'person' as const, id }))
    return tooFewAreLeft(theCase) ? [...members, { kind: 'programme-manager' as const }] : members
  },
  answered: scoringIsOver,
  atDeadline: (theCase, wait, at) => {
    const { evaluation } = theCase.ruleBook
    const { quorum } = votingIn(theCase)
    const finished = finishedMembers(theCase).length
    const so = `${finished} of ${votingMembers(theCase.panel).length} members have scored every tender.`
    // An extension is no use to a panel that has too few members left for a quorum.
    if (wait.automaticExtensions > 0 || tooFewAreLeft(theCase))
      return [
        escalation(
          theCase,
          wait,
          at,
          tooFewAreLeft(theCase)
            ? `${so} The quorum is ${quorum}: send the case back, so that a panel can score.`
            : `${so} The quorum is ${quorum}, and the deadline has been extended.`,
        ),
      ]
    const { extendScoringBy } = evaluation
    const reason = `${so} The deadline is extended once, by ${inWords(extendScoringBy)}.`
    return [extension(theCase, wait, at, dueAfter(at, extendScoringBy), reason)]
  },
  consequence:
    'The deadline is extended once. After that, members who have not finished are left out for all tenders, and without a quorum the programme manager and the deputy are told that it is held up.',
}

export const moderation: WaitRule = {
  waitsFor: (theCase) => {
    const chair = scoresAreQuorate(theCase) ? chairOf(theCase.panel) : undefined
    return chair === undefined ? [{ kind: 'programme-manager' }] : [{ kind: 'person', id: chair }]
  },
  /**
   * All agreed and looked through, or the deadline has passed and the median stands. When members are lost and with them the quorum, the
   * workflow is let on to escalate that; and then this waits until the case is sent back or withdrawn.
   */
  answered: (theCase, at) => {
    const { evaluation, life } = theCase
    if (!scoringHasClosed(evaluation) || evaluation.status === 'ranked') return true
    if (!scoresAreQuorate(theCase)) return life.wait?.escalatedAt === undefined
    if (evaluation.status !== 'moderating') return true
    if (isConcluded(theCase)) return true
    return life.wait !== undefined && at >= life.wait.dueAt
  },
  atDeadline: () => [],
  consequence:
    'What is recorded counts. Where the panel has not agreed, the median of the individual scores stands, and the record says so. Without a quorum, the programme manager and the deputy are told that it is held up.',
}
