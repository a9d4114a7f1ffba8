import { queryOptions } from '@tanstack/react-query'
import type { viewAfterAward } from '../../../domain/after-award/view.ts'
import { useSession } from '../session/session.tsx'

export type AfterAwardView = ReturnType<typeof viewAfterAward>

export function useAfterAwardQuery(caseId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['after-award', personId, caseId],
    queryFn: () => ask<AfterAwardView>(`/api/cases/${caseId}/after-award`),
    enabled: status === 'signed in',
    refetchInterval: 5_000,
  })
}
