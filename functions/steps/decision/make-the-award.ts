import { courseOf, stepDecision } from '../../../domain/decision/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'make-the-award',
  (theCase, { attempt }, circumstances) => stepDecision(theCase, { type: 'MakeAward', attempt }, circumstances),
  {
    recheck: 'vote',
    verdict: (theCase) => (theCase.decision?.status === 'standstill' ? 'standstill' : courseOf(theCase)),
  },
)
