import { courseOf, stepAfterAward } from '../../../domain/after-award/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'close-the-case',
  (theCase, { attempt }, circumstances) => stepAfterAward(theCase, { type: 'CloseCase', attempt }, circumstances),
  { verdict: courseOf },
)
