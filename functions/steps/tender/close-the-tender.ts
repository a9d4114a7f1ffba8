import { stepTender } from '../../../domain/tender/decide.ts'
import { deciding } from '../step.ts'

export const handler = deciding('close-the-tender', (theCase, { attempt }, circumstances) =>
  stepTender(theCase, { type: 'CloseTender', attempt }, circumstances),
)
