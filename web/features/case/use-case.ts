import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { Problem } from '../../api.ts'
import { useSession } from '../session/session.tsx'

/** One case, live. */
export function useCaseQuery(caseId: string | undefined) {
  const { status, personId, ask } = useSession()
  const queryFn = caseId && status !== 'signed out' ? () => ask<CaseView>(`/api/cases/${caseId}`) : skipToken
  return queryOptions({
    queryKey: ['case', personId, caseId],
    queryFn,
    enabled: status === 'signed in',
    // What is refused stays refused; a service that cannot be reached comes back.
    refetchInterval: ({ state }) => (state.error instanceof Problem && state.error.status >= 400 ? false : 3_000),
  })
}

/** How many members must take part for the panel to agree on something. */
export const useQuorum = (caseId: string): number | undefined => useQuery(useCaseQuery(caseId)).data?.voting.quorum
