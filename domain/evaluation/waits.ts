import type { Case } from '../case/case.ts'
import { chair as chairOf, votingMembers } from '../panel/panel.ts'
import { dueAfter, inWords } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { escalation, extension } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { finishedMembers } from './members.ts'
import { unmoderated } from './moderation.ts'

export const unfinishedMembers = (theCase: Case): string[] => {
  const finished = finishedMembers(theCase)
  return votingMembers(theCase.panel).filter((member) => !finished.includes(member))
}

/** Whether scoring is over: the quorum is in, and so is everyone else, or the deadline passed after it was extended once. */
export function scoringIsOver(theCase: Case, at: Instant): boolean {
  const { evaluation, life, ruleBook } = theCase
  if (evaluation?.status !== 'scoring') return true
  if (evaluation.tenders.length === 0) return true
  if (finishedMembers(theCase).length < ruleBook.voting.quorum) return false
  const passed = life.wait !== undefined && life.wait.automaticExtensions > 0 && at >= life.wait.dueAt
  return passed || unfinishedMembers(theCase).length === 0
}

export const scores: WaitRule = {
  waitsFor: (theCase) =>
    theCase.evaluation?.status === 'scoring'
      ? unfinishedMembers(theCase).map((id) => ({ kind: 'person' as const, id }))
      : [],
  answered: scoringIsOver,
  atDeadline: (theCase, wait, at) => {
    const { evaluation, voting } = theCase.ruleBook
    const finished = finishedMembers(theCase).length
    const so = `${finished} of ${votingMembers(theCase.panel).length} members have scored every tender.`
    if (wait.automaticExtensions > 0)
      return [
        escalation(theCase, wait, at, `${so} The quorum is ${voting.quorum}, and the deadline has been extended.`),
      ]
    const { extendScoringBy } = evaluation
    const reason = `${so} The deadline is extended once, by ${inWords(extendScoringBy)}.`
    return [extension(theCase, wait, at, dueAfter(at, extendScoringBy), reason)]
  },
  consequence:
    'The deadline is extended once; then members who have not finished are left out for all tenders, and without the quorum it is escalated.',
}

export const moderation: WaitRule = {
  waitsFor: (theCase) => {
    const chair = chairOf(theCase.panel)
    return chair === undefined ? [{ kind: 'programme-manager' }] : [{ kind: 'person', id: chair }]
  },
  /** All agreed, or the deadline has passed and the median stands. */
  answered: (theCase, at) => {
    const { evaluation, life } = theCase
    if (evaluation?.status !== 'moderating' || unmoderated(theCase).length === 0) return true
    return life.wait !== undefined && at >= life.wait.dueAt
  },
  atDeadline: () => [],
  consequence: 'Where the panel has not agreed, the median of the individual scores stands, and that is said.',
}
