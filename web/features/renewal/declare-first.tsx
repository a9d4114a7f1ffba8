import { Link } from '@tanstack/react-router'
import { Problem } from '../../api.ts'
import { words } from './words.ts'

/** Where a page is kept from a member who has not declared: the way to where they declare. */
export function DeclareFirst({ caseId, error }: { caseId: string; error?: Error | null | undefined }) {
  if (!(error instanceof Problem) || error.code !== 'DeclareFirst') return null
  return (
    <p>
      <Link to="/cases/$caseId/declaration" params={{ caseId }}>
        {words.title}
      </Link>
    </p>
  )
}
