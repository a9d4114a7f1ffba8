import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'close-the-scoring',
  (theCase, { attempt }, circumstances) => stepEvaluation(theCase, { type: 'CloseScoring', attempt }, circumstances),
  { load: ['scoreSheets'], recheck: 'scoring', verdict: ({ evaluation }) => evaluation?.status ?? 'due' },
)
