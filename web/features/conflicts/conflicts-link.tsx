import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../api.ts'
import { words } from './words.ts'

/** From a case to how people stand in it, for whoever has something to see or to do there. */
export function ConflictsLink({ theCase: { caseId, sees } }: { theCase: CaseView }) {
  if (!sees.includes('view-conflicts') && !sees.includes('check-person')) return null
  return (
    <p>
      <Link to="/cases/$caseId/conflicts" params={{ caseId }}>
        {sees.includes('view-conflicts') ? words.link : words.check.title}
      </Link>
    </p>
  )
}
