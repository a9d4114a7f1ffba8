import { chosen, followFewTenders } from '../../../domain/tender/few-tenders.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'follow-the-choice-of-the-panel',
  (theCase, { attempt }) => followFewTenders(theCase, attempt),
  { verdict: (theCase) => chosen(theCase)?.choice ?? 'none' },
)
