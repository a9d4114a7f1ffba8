import type { Stage } from '../../../domain/case/case.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import type { words } from './words.ts'

interface CasePage {
  to: keyof typeof words.pages
  /** Whoever may read this view of the case may open the page; everybody, where none is named. */
  sees?: string
  /** From which stage on there is something to read. */
  from: Stage
  /** Nobody needs it while none of these waits is open. */
  onlyWhile?: readonly WaitName[]
}

const lowPrice = {
  to: '/cases/$caseId/low-price',
  from: 'evaluation',
  onlyWhile: ['price explanation', 'price decision'],
} as const

const pages: CasePage[] = [
  { to: '/cases/$caseId/nominations', sees: 'view-panel', from: 'nomination' },
  { to: '/cases/$caseId/conflicts', sees: 'view-conflicts', from: 'nomination' },
  { to: '/cases/$caseId/panel', sees: 'view-panel', from: 'nomination' },
  { to: '/cases/$caseId/meetings', sees: 'view-meetings', from: 'panel-formation' },
  { to: '/cases/$caseId/appraisal', sees: 'view-appraisal', from: 'specification' },
  { to: '/cases/$caseId/specification', sees: 'view-specification', from: 'specification' },
  { to: '/cases/$caseId/papers', sees: 'view-marked-papers', from: 'specification' },
  { to: '/cases/$caseId/business-case', sees: 'view-specification', from: 'specification' },
  { to: '/cases/$caseId/questions', sees: 'view-questions', from: 'tender' },
  { to: '/cases/$caseId/few-tenders', sees: 'view-few-tenders', from: 'tender', onlyWhile: ['few tenders'] },
  { to: '/cases/$caseId/declaration', sees: 'view-renewal', from: 'evaluation' },
  { to: '/cases/$caseId/compliance', sees: 'view-compliance', from: 'evaluation' },
  {
    to: '/cases/$caseId/missing-document',
    sees: 'view-missing-document',
    from: 'evaluation',
    onlyWhile: ['missing document'],
  },
  { to: '/cases/$caseId/scoring', sees: 'view-scoring', from: 'evaluation' },
  { to: '/cases/$caseId/moderation', sees: 'view-moderation', from: 'evaluation' },
  { ...lowPrice, sees: 'view-low-prices' },
  { ...lowPrice, sees: 'view-price-question' },
  { to: '/cases/$caseId/ranking', sees: 'view-ranking', from: 'decision' },
  {
    to: '/cases/$caseId/decision',
    sees: 'view-decision',
    from: 'decision',
  },
  {
    to: '/cases/$caseId/after-award',
    sees: 'view-after-award',
    from: 'after-award',
  },
  { to: '/cases/$caseId/challenges', sees: 'view-challenges', from: 'nomination' },
  { to: '/tenders/$caseId', from: 'tender' },
  { to: '/records/$caseId', from: 'after-award' },
]

/** The pages of this case that this person may open, in the order of the stages. */
export function pagesOf({
  life,
  sees,
  wait,
}: Pick<CaseView, 'sees' | 'wait'> & { life: Pick<CaseView['life'], 'path'> }) {
  return pages
    .filter(
      ({ sees: view, from, onlyWhile }) =>
        (!view || sees.includes(view)) &&
        life.path.some(({ stage }) => stage === from) &&
        (!onlyWhile || (wait !== undefined && onlyWhile.includes(wait.name))),
    )
    .map(({ to }) => to)
}
