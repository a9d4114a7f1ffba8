import { checkPool } from '../../../domain/substitution/check-pool.ts'
import { loadMatter } from '../../conflicts/world.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'check-who-may-be-drawn',
  async (theCase, { attempt }, circumstances, deps) => {
    const matter = await loadMatter(deps, theCase)
    return checkPool(theCase, { attempt, matter }, circumstances)
  },
  { of: 'substitution' },
)
