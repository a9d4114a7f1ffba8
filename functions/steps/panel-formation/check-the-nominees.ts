import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import { loadMatter } from '../../conflicts/world.ts'
import { deciding } from '../step.ts'

export const handler = deciding('check-the-nominees', async (theCase, { attempt }, circumstances, deps) => {
  const matter = await loadMatter(deps, theCase)
  return checkNominees(theCase, { attempt, matter }, circumstances)
})
