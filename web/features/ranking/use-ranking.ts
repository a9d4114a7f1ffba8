import { queryOptions } from '@tanstack/react-query'
import type { viewRankingToDecide } from '../../../domain/evaluation/view-ranking.ts'
import { useSession } from '../session/session.tsx'

export type Ranking = ReturnType<typeof viewRankingToDecide> & { names: Record<string, string> }
export type RankedTender = Ranking['ranking'][number]

export function useRankingQuery(caseId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['ranking', personId, caseId],
    queryFn: () => ask<Ranking>(`/api/cases/${caseId}/ranking`),
    enabled: status === 'signed in',
  })
}
