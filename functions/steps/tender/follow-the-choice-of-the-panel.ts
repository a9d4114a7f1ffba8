import { mustBeCurrent } from '../../../domain/case/decide.ts'
import { chosen } from '../../../domain/tender/few-tenders.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'follow-the-choice-of-the-panel',
  (theCase, { attempt }) => {
    mustBeCurrent(theCase, attempt)
    return []
  },
  { verdict: (theCase) => chosen(theCase)?.choice ?? 'none' },
)
