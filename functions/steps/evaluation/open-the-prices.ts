import type { Case } from '../../../domain/case/case.ts'
import { mustBeCurrent } from '../../../domain/case/decide.ts'
import { undecided } from '../../../domain/compliance/compliance.ts'
import { scoresAreQuorate } from '../../../domain/evaluation/members.ts'
import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { openPrices } from '../open-prices.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'open-the-prices',
  async (theCase, { attempt }, circumstances, deps) => {
    mustBeCurrent(theCase, attempt)
    // Without the quorum nothing is opened: the decision says so.
    const prices = scoresAreQuorate(theCase) ? await openPrices(deps, theCase) : {}
    // So much has been opened that the rest is for the next call.
    if (!prices) return []
    return stepEvaluation(theCase, { type: 'OpenPrices', attempt, prices }, circumstances)
  },
  { verdict },
)

function verdict(after: Case): string {
  if (after.evaluation?.status === 'priced' && undecided(after.compliance).length > 0) return 'questioned'
  if (after.evaluation?.status === 'moderating') return 'short'
  if (after.evaluation?.status !== 'moderated') return 'opened'
  return scoresAreQuorate(after) ? 'opening' : 'short'
}
