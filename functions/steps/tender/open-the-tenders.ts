import { mustBeCurrent } from '../../../domain/case/decide.ts'
import { stepTender } from '../../../domain/tender/decide.ts'
import { openQuality } from '../open-quality.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'open-the-tenders',
  async (theCase, { attempt }, circumstances, deps) => {
    mustBeCurrent(theCase, attempt)
    // The record has closed the tender: before that nothing is opened, whatever starts this step.
    const openings = theCase.tender?.status === 'closed' ? await openQuality(deps, theCase.id, theCase.tender) : {}
    return stepTender(theCase, { type: 'OpenTenders', attempt, openings }, circumstances)
  },
  {
    verdict: ({ tender }) =>
      tender?.status === 'opened' && Object.keys(tender.tenders).length > 0 ? 'tendered' : 'none',
  },
)
