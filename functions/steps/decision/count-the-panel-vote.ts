import { courseOf, stepDecision } from '../../../domain/decision/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'count-the-panel-vote',
  (theCase, { attempt }, circumstances) => stepDecision(theCase, { type: 'CountAwardVote', attempt }, circumstances),
  { recheck: 'vote', verdict: courseOf },
)
