import { countForChair } from '../../../domain/panel/choose-chair.ts'
import { chair, promisedSeed, vacancies } from '../../../domain/panel/panel.ts'
import { promiseSeed, revealSeed } from '../../store/seed-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'count-the-votes-for-the-chair',
  async (theCase, { attempt }, circumstances, deps) => {
    const promised = promisedSeed(theCase)
    const seed = await revealSeed(deps, theCase.id, promised)
    const nextSeed = await promiseSeed(deps, theCase.id, `after-${promised.name}`.slice(0, 60))
    return countForChair(theCase, { attempt, seed, nextSeed }, circumstances)
  },
  {
    verdict: ({ panel, ruleBook }) => {
      if (vacancies(panel, ruleBook) > 0) return 'vacant'
      return chair(panel) === undefined ? 'again' : 'chosen'
    },
  },
)
