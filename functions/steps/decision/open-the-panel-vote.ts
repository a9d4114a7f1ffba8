import { stepDecision } from '../../../domain/decision/step.ts'
import { loadMatter } from '../../conflicts/world.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'open-the-panel-vote',
  async (theCase, { attempt }, circumstances, deps) => {
    const matter = await loadMatter(deps, theCase)
    return stepDecision(theCase, { type: 'OpenAwardVote', attempt, matter }, circumstances)
  },
  // For the result without members excluded since the ranking.
  { load: ['scoreSheets'] },
)
