import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding('check-the-compliance', (theCase, { attempt }, circumstances) =>
  stepEvaluation(theCase, { type: 'CheckCompliance', attempt }, circumstances),
)
