import { countSpecification } from '../../../domain/specification/step.ts'
import { loadMatter } from '../../conflicts/world.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'count-the-votes-on-the-specification',
  async (theCase, { attempt }, circumstances, deps) => {
    const matter = await loadMatter(deps, theCase)
    return countSpecification(theCase, { attempt, matter }, circumstances)
  },
  { verdict: ({ specification }) => specification?.status ?? 'drafting' },
)
