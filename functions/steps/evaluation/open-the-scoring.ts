import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'open-the-scoring',
  (theCase, { attempt }, circumstances) => stepEvaluation(theCase, { type: 'OpenScoring', attempt }, circumstances),
  { recheck: 'scoring', load: ['draws'] },
)
