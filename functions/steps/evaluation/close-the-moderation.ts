import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'close-the-moderation',
  (theCase, { attempt }, circumstances) => stepEvaluation(theCase, { type: 'CloseModeration', attempt }, circumstances),
  { load: ['scoreSheets'], verdict: ({ evaluation }) => evaluation?.status ?? 'due' },
)
