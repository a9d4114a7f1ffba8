import { countAppraisal } from '../../../domain/appraisal/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'count-the-votes-on-the-proposal',
  (theCase, { attempt }, circumstances) => countAppraisal(theCase, { attempt }, circumstances),
  { load: ['draws'], verdict: ({ appraisal }) => (appraisal?.status === 'concluded' ? appraisal.verdict : 'again') },
)
