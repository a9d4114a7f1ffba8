import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import { type ScoreSheet, scoringHasClosed, sheetKey } from './evaluation.ts'

/** Members whose scores of every compliant tender are in. One excluded since is not among them, whatever they submitted. */
export function finishedMembers({ panel, evaluation }: Case): string[] {
  if (!evaluation || !('tenders' in evaluation)) return []
  const { submitted = {}, tenders } = evaluation
  return votingMembers(panel).filter((member) => tenders.every((tender) => submitted[member]?.includes(tender)))
}

/** Members whose scores count: they finished in time, and have not been excluded since (requirements §4). */
export function scorers(theCase: Case): string[] {
  const { panel, evaluation } = theCase
  if (!scoringHasClosed(evaluation)) return finishedMembers(theCase)
  const members = votingMembers(panel)
  return evaluation.finished.filter((member) => members.includes(member))
}

/** Enough members' scores count (requirements §7); where there is nothing to score, none are needed. */
export function scoresAreQuorate(theCase: Case): boolean {
  const { evaluation, ruleBook } = theCase
  const nothing = evaluation && 'tenders' in evaluation && evaluation.tenders.length === 0
  return nothing || scorers(theCase).length >= ruleBook.voting.quorum
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
