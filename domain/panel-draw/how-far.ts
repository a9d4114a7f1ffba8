import type { Case } from '../case/case.ts'
import { invited, vacancies } from '../panel/panel.ts'

/** What a workflow that forms a panel goes on by: nobody is needed, a draw is committed to, or one is to be prepared. */
export function howFarTheDrawIs({ panel, ruleBook }: Pick<Case, 'panel' | 'ruleBook'>): 'drawn' | 'committed' | 'anew' {
  if (invited(panel).length > 0 || vacancies(panel, ruleBook) <= 0) return 'drawn'
  return panel?.draw?.status === 'committed' ? 'committed' : 'anew'
}
