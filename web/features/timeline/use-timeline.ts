import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TimelinePage } from '../../../functions/api/answers/case.ts'
import { useSession } from '../session/session.tsx'

type Read = Pick<TimelinePage, 'events' | 'tendersSealed'>

/**
 * The whole timeline of a case, oldest first. The record only ever grows, so what was read stays read and only what came
 * after it is fetched, when the head has moved. What was read while tenders were sealed is read again: something was left out.
 * @param head the hash of the record's last event; absent for whoever sees no timeline
 */
export function useTimeline(caseId: string, head: string | undefined) {
  const { status, personId, ask } = useSession()
  const queries = useQueryClient()
  const queryKey = ['timeline', personId, caseId]
  const read = async (): Promise<Read> => {
    const before = queries.getQueryData<Read>(queryKey)
    const events = before && !before.tendersSealed ? [...before.events] : []
    let tendersSealed = false
    let after: number | undefined = events.at(-1)?.sequence ?? 0
    while (after !== undefined) {
      const page: TimelinePage = await ask(`/api/cases/${caseId}/timeline?limit=100&after=${after}`)
      events.push(...page.events)
      tendersSealed = page.tendersSealed
      after = page.next
    }
    return { events, tendersSealed }
  }
  return useQuery({
    queryKey: [...queryKey, head],
    queryFn:
      head === undefined
        ? skipToken
        : async () => {
            const whole = await read()
            queries.setQueryData(queryKey, whole)
            return whole
          },
    enabled: status === 'signed in',
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
