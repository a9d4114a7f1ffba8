import { matterOf } from '../../../domain/conflict/matter.ts'
import { stepDecision } from '../../../domain/decision/step.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import { loadOrganisations } from '../../store/locality-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding('open-the-panel-vote', async (theCase, { attempt }, circumstances, deps) => {
  const organisations = await loadOrganisations(deps)
  const matter = matterOf(theCase, organisations, namedInTenders(theCase.tender, organisations))
  return stepDecision(theCase, { type: 'OpenAwardVote', attempt, matter }, circumstances)
})
