import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { loadMatter } from '../../conflicts/world.ts'
import { deciding } from '../step.ts'

export const handler = deciding('check-the-compliance', async (theCase, { attempt }, circumstances, deps) => {
  const matter = await loadMatter(deps, theCase)
  return stepEvaluation(theCase, { type: 'CheckCompliance', attempt, matter }, circumstances)
})
