import { queryOptions } from '@tanstack/react-query'
import type { viewScoring } from '../../../domain/evaluation/view.ts'
import { useSession } from '../session/session.tsx'

export type Scoring = ReturnType<typeof viewScoring>
export type ScoredTender = Scoring['tenders'][number]
export type ScoredCriterion = Scoring['criteria'][number]

/**
 * Criteria, tenders, and what the member has written. It changes only by what they do: it is not asked for again and again, but
 * whoever comes back to the page begins from what was saved, not from what stood there the first time.
 */
export function useScoringQuery(caseId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['scoring', personId, caseId],
    queryFn: () => ask<Scoring>(`/api/cases/${caseId}/scoring`),
    enabled: status === 'signed in',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** The words of one tender. They never change once it is opened. */
export function useTenderQuery(caseId: string, organisationId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['scored tender', personId, caseId, organisationId],
    queryFn: async () => {
      const { tenders } = await ask<Scoring>(`/api/cases/${caseId}/scoring?read=${encodeURIComponent(organisationId)}`)
      return tenders.find((tender) => tender.organisationId === organisationId) ?? null
    },
    enabled: status === 'signed in',
    staleTime: Number.POSITIVE_INFINITY,
  })
}
