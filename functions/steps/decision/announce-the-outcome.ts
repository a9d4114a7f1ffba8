import { courseOf, stepDecision } from '../../../domain/decision/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'announce-the-outcome',
  (theCase, { attempt }, circumstances) => stepDecision(theCase, { type: 'AnnounceOutcome', attempt }, circumstances),
  { verdict: courseOf },
)
