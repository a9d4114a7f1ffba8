import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { loadOrganisations } from '../../store/locality-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding('check-the-nominees', async (theCase, { attempt }, circumstances, deps) => {
  const matter = matterOf(theCase, await loadOrganisations(deps))
  return checkNominees(theCase, { attempt, matter }, circumstances)
})
