import { Link } from '@tanstack/react-router'
import type { Stage } from '../../../domain/case/case.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'
import type { CaseView } from '../../api.ts'
import { words } from './words.ts'

interface CasePage {
  to: keyof typeof words.pages
  /** Whoever may read this view of the case may open the page; and from which stage on there is something to read. */
  sees: string
  from: Stage
  /** The waits that are answered there. */
  answers?: WaitName[]
  /** Nobody needs it while none of those waits is open. */
  onlyThen?: true
}

const lowPrice = {
  to: '/cases/$caseId/low-price',
  from: 'evaluation',
  answers: ['price explanation', 'price decision'],
  onlyThen: true,
} satisfies Omit<CasePage, 'sees'>

const pages: CasePage[] = [
  { to: '/cases/$caseId/conflicts', sees: 'view-conflicts', from: 'nomination', answers: ['adjudication'] },
  { to: '/cases/$caseId/appraisal', sees: 'view-appraisal', from: 'specification', answers: ['appraisal'] },
  {
    to: '/cases/$caseId/specification',
    sees: 'view-specification',
    from: 'specification',
    answers: ['specification', 'specification vote', 'tenders'],
  },
  {
    to: '/cases/$caseId/business-case',
    sees: 'view-specification',
    from: 'specification',
    answers: ['business case'],
  },
  { to: '/cases/$caseId/questions', sees: 'view-questions', from: 'tender', answers: ['tenders'] },
  { to: '/cases/$caseId/few-tenders', sees: 'view-few-tenders', from: 'tender', answers: ['few tenders'] },
  { to: '/cases/$caseId/compliance', sees: 'view-compliance', from: 'evaluation', answers: ['compliance'] },
  { to: '/cases/$caseId/scoring', sees: 'view-scoring', from: 'evaluation', answers: ['scores'] },
  { to: '/cases/$caseId/moderation', sees: 'view-moderation', from: 'evaluation', answers: ['moderation'] },
  { ...lowPrice, sees: 'view-low-prices' },
  { ...lowPrice, sees: 'view-price-question' },
  { to: '/cases/$caseId/ranking', sees: 'view-ranking', from: 'decision' },
  {
    to: '/cases/$caseId/decision',
    sees: 'view-decision',
    from: 'decision',
    answers: ['panel vote', 'confirmation', 'standstill'],
  },
  {
    to: '/cases/$caseId/after-award',
    sees: 'view-after-award',
    from: 'after-award',
    answers: ['plan agreed', 'ready to go live', 'did it work'],
  },
  { to: '/cases/$caseId/challenges', sees: 'view-challenges', from: 'nomination' },
]

/** The pages of this case that this person may open. */
const pagesOf = ({ life, sees, wait }: CaseView): CasePage[] =>
  pages.filter(
    (page) =>
      sees.includes(page.sees) &&
      life.path.some(({ stage }) => stage === page.from) &&
      (!page.onlyThen || (wait !== undefined && page.answers?.includes(wait.name) === true)),
  )

/** Whether what the case waits for is done on a page that this person may open. */
export const hasPageFor = (theCase: CaseView, wait: WaitName): boolean =>
  pagesOf(theCase).some(({ answers }) => answers?.includes(wait))

/** The pages of a case that this person reads or works on; the one that waits for them largest. */
export function CasePages({ theCase, asked }: { theCase: CaseView; asked: boolean }) {
  const theirs = pagesOf(theCase)
  const wait = theCase.wait?.name
  if (theirs.length === 0) return null
  return (
    <div className="nhsuk-button-group">
      {theirs.map(({ to, answers }) => (
        <Link
          key={to}
          to={to}
          params={{ caseId: theCase.caseId }}
          className={`nhsuk-button ${asked && wait && answers?.includes(wait) ? '' : 'nhsuk-button--small nhsuk-button--secondary'}`}
        >
          {words.pages[to]}
        </Link>
      ))}
    </div>
  )
}
