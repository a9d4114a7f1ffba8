import { mustBeCurrent } from '../../../domain/case/decide.ts'
import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { openPrices } from '../open-prices.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'open-the-prices',
  async (theCase, { attempt }, circumstances, deps) => {
    mustBeCurrent(theCase, attempt)
    const prices = await openPrices(deps, theCase)
    // So much has been opened that the rest is for the next call.
    if (!prices) return []
    return stepEvaluation(theCase, { type: 'OpenPrices', attempt, prices }, circumstances)
  },
  { verdict: ({ evaluation }) => (evaluation?.status === 'moderated' ? 'opening' : 'opened') },
)
