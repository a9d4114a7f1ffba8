import { stepAfterAward } from '../../../domain/after-award/step.ts'
import { latestChecklists } from '../../store/checklist-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding('open-the-milestone', async (theCase, { attempt }, circumstances, deps) =>
  stepAfterAward(theCase, { type: 'OpenMilestone', attempt, latest: await latestChecklists(deps) }, circumstances),
)
