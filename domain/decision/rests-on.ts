import type { Case } from '../case/case.ts'
import { asWithoutExcluded } from '../evaluation/without-excluded.ts'
import type { Decision } from './decision.ts'

/** The panel awards to who comes first without the members excluded since the ranking, and not to who came first with them. */
export const restsOnOthersAlone = (decision: Decision | undefined): boolean =>
  decision !== undefined &&
  'recommendation' in decision &&
  decision.recommendation.outcome === 'award' &&
  decision.recommendation.organisationId === decision.vote.instead

/**
 * The case with the one result that its decision rests on. Letters, the decision record, the approver's paper, the open data, the pack
 * and the pages take scores, reasons, places and robustness from it and from nowhere else, so that none explains another
 * result than what is awarded by (requirements §4, §7). Until the panel has decided, and where it went by the ranking, that is the
 * ranking as it was made. The case must have been loaded with its score sheets.
 */
export const withResult = (theCase: Case): Case =>
  restsOnOthersAlone(theCase.decision) ? asWithoutExcluded(theCase) : theCase
