import { endSubstitution } from '../../../domain/substitution/decide.ts'
import { deciding } from '../step.ts'

export const handler = deciding('end-the-substitution', (theCase, { attempt }) => endSubstitution(theCase, attempt), {
  verdict: ({ life }) => (life.substitution ? 'not yet' : 'whole'),
})
