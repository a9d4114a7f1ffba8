import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'rank-the-tenders',
  (theCase, { attempt }, circumstances) => stepEvaluation(theCase, { type: 'RankTenders', attempt }, circumstances),
  { load: ['scoreSheets'], verdict: ({ evaluation }) => (evaluation?.status === 'ranked' ? 'ranked' : 'short') },
)
