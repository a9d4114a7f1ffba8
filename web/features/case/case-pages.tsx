import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { pagesOf } from './pages-of.ts'
import { words } from './words.ts'

/** Where somebody can go on from a case's own page. */
export function CasePages({ theCase }: { theCase: CaseView }) {
  const { caseId } = theCase
  const theirs = pagesOf(theCase)
  if (theirs.length === 0) return null
  return (
    <nav aria-labelledby="pages">
      <h2 id="pages">{words.pagesTitle}</h2>
      <ul className="nhsuk-list">
        {theirs.map((to) => (
          <li key={to}>
            <Link to={to} params={{ caseId }}>
              {words.pages[to]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
