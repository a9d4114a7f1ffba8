import { Link } from '@tanstack/react-router'
import type { CaseRow } from '../../../domain/case/listed.ts'

export function CaseLink({ row: { caseId, title } }: { row: Pick<CaseRow, 'caseId' | 'title'> }) {
  return (
    <Link to="/cases/$caseId" params={{ caseId }}>
      {title}
    </Link>
  )
}
