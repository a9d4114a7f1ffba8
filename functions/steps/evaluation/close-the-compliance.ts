import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding('close-the-compliance', (theCase, { attempt }, circumstances) =>
  stepEvaluation(theCase, { type: 'CloseCompliance', attempt }, circumstances),
)
