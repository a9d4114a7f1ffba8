import type { Case } from '../../../domain/case/case.ts'
import { undecided } from '../../../domain/compliance/compliance.ts'
import { scoresAreQuorate } from '../../../domain/evaluation/members.ts'
import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'rank-the-tenders',
  (theCase, { attempt }, circumstances) => stepEvaluation(theCase, { type: 'RankTenders', attempt }, circumstances),
  { load: ['scoreSheets'], verdict },
)

function verdict(after: Case): string {
  if (after.evaluation?.status === 'ranked') return 'ranked'
  if (!scoresAreQuorate(after)) return 'short'
  return undecided(after.compliance).length > 0 ? 'questioned' : 'asked'
}
