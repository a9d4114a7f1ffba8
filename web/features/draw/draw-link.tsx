import { Link } from '@tanstack/react-router'

export function DrawLink({ caseId, children }: { caseId: string; children: string }) {
  return (
    <Link to="/cases/$caseId/draw" params={{ caseId }}>
      {children}
    </Link>
  )
}
