import { queryOptions } from '@tanstack/react-query'
import type { viewDecision, viewLetter } from '../../../domain/decision/view.ts'
import { useSession } from '../session/session.tsx'

export type DecisionView = ReturnType<typeof viewDecision>
export type OwnLetter = ReturnType<typeof viewLetter>

export function useDecisionQuery(caseId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['decision', personId, caseId],
    queryFn: () => ask<DecisionView>(`/api/cases/${caseId}/decision`),
    enabled: status === 'signed in',
    refetchInterval: 5_000,
  })
}

export function useLetterQuery(caseId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['letter', personId, caseId],
    queryFn: () => ask<OwnLetter>(`/api/cases/${caseId}/letter`),
    enabled: status === 'signed in',
    retry: false,
  })
}
