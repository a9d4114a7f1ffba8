import { openAppraisal } from '../../../domain/appraisal/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding('open-the-appraisal', (theCase, { attempt }, circumstances) =>
  openAppraisal(theCase, { attempt }, circumstances),
)
