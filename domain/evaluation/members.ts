import type { Case } from '../case/case.ts'
import { chair as chairOf, votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { type ScoreSheet, scoringHasClosed, sheetKey } from './evaluation.ts'

/** Members whose scores of every compliant tender are in. One excluded since is not among them, whatever they submitted. */
export function finishedMembers({ panel, evaluation }: Case): string[] {
  if (!evaluation || !('tenders' in evaluation)) return []
  const { submitted = {}, tenders } = evaluation
  return votingMembers(panel).filter((member) => tenders.every((tender) => submitted[member]?.includes(tender)))
}

/** Who takes part in the evaluation: who sits now; once the tenders are ranked, who sat then (requirements §4). */
export const evaluators = ({ panel, evaluation }: Case): string[] =>
  evaluation?.status === 'ranked' ? evaluation.counted.sitting : votingMembers(panel)

/**
 * Members whose scores count: they finished in time, and were not excluded before the tenders were ranked. Of those excluded
 * later, see without-excluded.ts.
 */
export function scorers(theCase: Case): string[] {
  const { panel, evaluation } = theCase
  if (!scoringHasClosed(evaluation)) return finishedMembers(theCase)
  if (evaluation.status === 'ranked') return evaluation.counted.scoring
  const members = votingMembers(panel)
  return evaluation.finished.filter((member) => members.includes(member))
}

/** Who takes part where the panel agrees in a meeting: those whose scores count, and its chair, who leads it. */
export function mayAgree(theCase: Case): string[] {
  const chair = chairOf(theCase.panel)
  return [...new Set([...scorers(theCase), ...(chair === undefined ? [] : [chair])])].sort()
}

/** Enough members' scores count (requirements §7); where there is nothing to score, none are needed. */
export function scoresAreQuorate(theCase: Case): boolean {
  const { evaluation } = theCase
  const nothing = evaluation && 'tenders' in evaluation && evaluation.tenders.length === 0
  return nothing || scorers(theCase).length >= votingIn(theCase).quorum
}

/** The sheets that count. The case must have been loaded with its score sheets. */
export function countedSheets(theCase: Case): ScoreSheet[] {
  const { evaluation, scoreSheets } = theCase
  if (!evaluation || !('tenders' in evaluation)) return []
  return evaluation.tenders.flatMap((organisationId) =>
    scorers(theCase).map((member) => {
      const sheet = scoreSheets?.[sheetKey({ round: evaluation.round, organisationId, member })]
      if (!sheet) throw new Error('The case was loaded without the score sheets that this needs.')
      return sheet
    }),
  )
}
