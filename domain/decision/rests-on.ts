import type { Case } from '../case/case.ts'
import { asWithoutExcluded } from '../evaluation/without-excluded.ts'
import type { Decision } from './decision.ts'

/**
 * The scores of whoever was excluded are set aside (requirements §4): where members were, since the ranking, the decision rests on the result
 * without them, also where the same tender comes first in both. But not where the panel awarded, with both before it, to a tender
 * that comes first only in the ranking as it was made; nor where fewer scores are left than a quorum's.
 */
export function restsOnOthersAlone(decision: Decision | undefined): boolean {
  if (!decision || !('recommendation' in decision)) return false
  const { recommendation, vote } = decision
  if (vote.instead === undefined) return false
  return recommendation.outcome !== 'award' || recommendation.organisationId === vote.instead
}

/**
 * The case with the one result that its decision rests on. Letters, the decision record, the approver's paper, the open data, the pack
 * and the pages take scores, reasons, places and robustness from it and from nowhere else, so that none explains another
 * result than what is awarded by (requirements §4, §7). Until the panel has decided, that is the ranking as it was made. The case must have been loaded with its score sheets.
 */
export const withResult = (theCase: Case): Case =>
  restsOnOthersAlone(theCase.decision) ? asWithoutExcluded(theCase) : theCase
