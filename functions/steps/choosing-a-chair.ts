import { askForChair, countForChair } from '../../domain/panel/choose-chair.ts'
import { chosenChair, vacancies } from '../../domain/panel/panel.ts'
import type { Asking } from '../store/keys.ts'
import { promiseSeed, revealSeed } from '../store/seed-store.ts'
import { deciding } from './step.ts'

/** The step “Ask the panel for its chair”, of the panel's formation or of a substitution. */
export const askingForChair = (name: string, of: Asking) =>
  deciding(
    name,
    async (theCase, { attempt }, circumstances, deps) => {
      const seed = await promiseSeed(deps, theCase.id, `chair-${theCase.head.sequence}`)
      return askForChair(theCase, { attempt, seed }, circumstances)
    },
    { of, verdict: ({ panel, ruleBook }) => (vacancies(panel, ruleBook) > 0 ? 'vacant' : 'taken') },
  )

/** The step “Count the votes for the chair”, of either. */
export const countingForChair = (name: string, of: Asking) =>
  deciding(
    name,
    async (theCase, { attempt }, circumstances, deps) => {
      const choice = theCase.panel?.chair
      const seed = choice?.status === 'choosing' ? await revealSeed(deps, theCase.id, choice.seed) : undefined
      return countForChair(theCase, { attempt, seed }, circumstances)
    },
    {
      of,
      verdict: ({ panel, ruleBook }) => {
        if (vacancies(panel, ruleBook) > 0) return 'vacant'
        return chosenChair(panel) === undefined ? 'again' : 'chosen'
      },
    },
  )
