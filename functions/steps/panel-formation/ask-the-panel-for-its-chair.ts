import { askForChair } from '../../../domain/panel/choose-chair.ts'
import { vacancies } from '../../../domain/panel/panel.ts'
import { promiseSeed } from '../../store/seed-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'ask-the-panel-for-its-chair',
  async (theCase, { attempt }, circumstances, deps) => {
    const seed = await promiseSeed(deps, theCase.id, `chair-${theCase.head.sequence}`)
    return askForChair(theCase, { attempt, seed }, circumstances)
  },
  { verdict: ({ panel, ruleBook }) => (vacancies(panel, ruleBook) > 0 ? 'vacant' : 'taken') },
)
