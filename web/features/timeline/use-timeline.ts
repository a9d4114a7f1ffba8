import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TimelineEvent, TimelinePage } from '../../api.ts'
import { useSession } from '../session/session.tsx'

/**
 * The whole timeline of a case, oldest first. The record only ever grows, so what was read stays read and only what came
 * after it is fetched, when the head has moved.
 */
export function useTimeline(caseId: string, head: number | undefined) {
  const { status, personId, ask } = useSession()
  const queries = useQueryClient()
  const queryKey = ['timeline', personId, caseId]
  const read = async (): Promise<TimelineEvent[]> => {
    const events = [...(queries.getQueryData<TimelineEvent[]>(queryKey) ?? [])]
    let after: number | undefined = events.at(-1)?.sequence ?? 0
    while (after !== undefined) {
      const page: TimelinePage = await ask(`/api/cases/${caseId}/timeline?limit=100&after=${after}`)
      events.push(...page.events)
      after = page.next
    }
    return events
  }
  return useQuery({
    queryKey: [...queryKey, head],
    queryFn:
      head === undefined
        ? skipToken
        : async () => {
            const events = await read()
            queries.setQueryData(queryKey, events)
            return events
          },
    enabled: status === 'signed in',
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
