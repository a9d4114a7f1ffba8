import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../api.ts'
import { words } from './words.ts'

/** For a practice that sees nothing else of the conflicts: the way to check a person before it nominates. */
export function ConflictsLink({ theCase: { caseId, sees } }: { theCase: CaseView }) {
  if (sees.includes('view-conflicts') || !sees.includes('check-person')) return null
  return (
    <p>
      <Link to="/cases/$caseId/conflicts" params={{ caseId }}>
        {words.check.title}
      </Link>
    </p>
  )
}
