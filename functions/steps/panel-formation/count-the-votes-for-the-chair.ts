import { countForChair } from '../../../domain/panel/choose-chair.ts'
import { chair, vacancies } from '../../../domain/panel/panel.ts'
import { revealSeed } from '../../store/seed-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'count-the-votes-for-the-chair',
  async (theCase, { attempt }, circumstances, deps) => {
    const choice = theCase.panel?.chair
    const seed = choice?.status === 'choosing' ? await revealSeed(deps, theCase.id, choice.seed) : undefined
    return countForChair(theCase, { attempt, seed }, circumstances)
  },
  {
    verdict: ({ panel, ruleBook }) => {
      if (vacancies(panel, ruleBook) > 0) return 'vacant'
      return chair(panel) === undefined ? 'again' : 'chosen'
    },
  },
)
