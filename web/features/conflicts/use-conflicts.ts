import { queryOptions } from '@tanstack/react-query'
import type { viewConflicts } from '../../../domain/conflict/view.ts'
import { useSession } from '../session/session.tsx'

export type Conflicts = ReturnType<typeof viewConflicts>
export type Stands = Conflicts['standings'][number]

export function useConflicts(caseId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['conflicts', personId, caseId],
    queryFn: () => ask<Conflicts>(`/api/cases/${caseId}/conflicts`),
    enabled: status === 'signed in',
  })
}
