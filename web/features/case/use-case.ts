import { queryOptions, skipToken } from '@tanstack/react-query'
import type { CaseView } from '../../api.ts'
import { useSession } from '../session/session.tsx'

/** One case, live. */
export function useCaseQuery(caseId: string | undefined) {
  const { status, personId, ask } = useSession()
  const queryFn = caseId && status !== 'signed out' ? () => ask<CaseView>(`/api/cases/${caseId}`) : skipToken
  return queryOptions({
    queryKey: ['case', personId, caseId],
    queryFn,
    enabled: status === 'signed in',
    refetchInterval: ({ state }) => (state.error ? false : 3_000),
  })
}
