import { courseOf, stepDecision } from '../../../domain/decision/step.ts'
import { change } from '../../store/commit.ts'
import { loadOrganisations } from '../../store/register-store.ts'
import { step } from '../step.ts'

/** A transaction holds 100 items and 4 MB: a letter is three items, and stands in two of them. */
const AT_ONCE = { most: 20, bytes: 1_500_000 }

export const handler = step('write-the-letters', async ({ caseId, attempt }, deps) => {
  const organisations = await loadOrganisations(deps)
  const names = Object.fromEntries(organisations.map(({ id, name }) => [id, name]))
  const from = organisations.find(({ kind }) => kind === 'company')?.name
  for (;;) {
    const circumstances = { by: { step: 'write-the-letters' }, at: deps.now() }
    let written = 0
    const after = await change(
      deps,
      caseId,
      (theCase) => {
        const letters = stepDecision(theCase, { type: 'WriteLetters', attempt, ...AT_ONCE, names, from }, circumstances)
        written = letters.length
        return letters
      },
      { ...circumstances, load: ['scoreSheets'] },
    )
    if (written === 0) return { verdict: courseOf(after) }
  }
})
