import { stepNomination } from '../../../domain/nomination/decide.ts'
import { loadPractices } from '../../store/locality-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding('invite-the-practices', async (theCase, { attempt }, circumstances, deps) => {
  const practices = (await loadPractices(deps)).map((practice) => practice.id)
  return stepNomination(theCase, { type: 'OpenNomination', attempt, practices }, circumstances)
})
