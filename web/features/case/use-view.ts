import { queryOptions } from '@tanstack/react-query'
import { Problem } from '../../api.ts'
import { useSession } from '../session/session.tsx'

interface Looking {
  /** Looked at again every few seconds; else when something was done here. */
  live?: boolean
}

/**
 * One view of a case. What is refused stays refused; a service that cannot be reached comes back.
 * @param path what follows `/api/cases/<case>`, such as `/appraisal`
 */
export function useView<View>(caseId: string, path: string, { live = true }: Looking = {}) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['case', personId, caseId, path],
    queryFn: () => ask<View>(`/api/cases/${caseId}${path}`),
    enabled: status === 'signed in',
    refetchInterval: ({ state }) =>
      !live || (state.error instanceof Problem && state.error.status >= 400) ? false : 5_000,
  })
}
