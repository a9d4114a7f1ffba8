import { queryOptions } from '@tanstack/react-query'
import type { viewCompliance } from '../../../domain/compliance/view.ts'
import { useSession } from '../session/session.tsx'

export type Question = ReturnType<typeof viewCompliance>['questions'][number]

export function useComplianceQuery(caseId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['compliance', personId, caseId],
    queryFn: () => ask<ReturnType<typeof viewCompliance>>(`/api/cases/${caseId}/compliance`),
    enabled: status === 'signed in',
    refetchInterval: 5_000,
  })
}
