import { matterOf } from '../../../domain/conflict/matter.ts'
import { countSpecification } from '../../../domain/specification/step.ts'
import { loadOrganisations } from '../../store/locality-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'count-the-votes-on-the-specification',
  async (theCase, { attempt }, circumstances, deps) => {
    const matter = matterOf(theCase, await loadOrganisations(deps))
    return countSpecification(theCase, { attempt, matter }, circumstances)
  },
  { verdict: ({ specification }) => specification?.status ?? 'drafting' },
)
