import { courseOf, stepDecision } from '../../../domain/decision/step.ts'
import { change } from '../../store/case-store.ts'
import { step } from '../step.ts'

/** A transaction holds 100 items, and a letter is three of them. */
const AT_ONCE = 20

export const handler = step('write-the-letters', async ({ caseId, attempt }, deps) => {
  for (;;) {
    const circumstances = { by: { step: 'write-the-letters' }, at: deps.now() }
    let written = 0
    const after = await change(
      deps,
      caseId,
      (theCase) => {
        const letters = stepDecision(theCase, { type: 'WriteLetters', attempt, most: AT_ONCE }, circumstances)
        written = letters.length
        return letters
      },
      { ...circumstances, load: ['scoreSheets'] },
    )
    if (written < AT_ONCE) return { verdict: courseOf(after) }
  }
})
