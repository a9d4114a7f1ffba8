import { matterOf } from '../../../domain/conflict/matter.ts'
import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import { loadOrganisations } from '../../store/locality-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding('check-the-bidders', async (theCase, { attempt }, circumstances, deps) => {
  const organisations = await loadOrganisations(deps)
  const matter = matterOf(theCase, organisations, namedInTenders(theCase.tender, organisations))
  return stepEvaluation(theCase, { type: 'CheckBidders', attempt, matter }, circumstances)
})
