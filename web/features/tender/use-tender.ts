import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { useMe } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import type { Notice, OwnTender } from './notice.ts'

/** A tender as everybody sees it; for a provider's people with their own. */
export function useTender(caseId: string) {
  const { status, personId, ask: askAsThem } = useSession()
  const { data: me } = useMe()
  const isProvider = me?.person.organisationId !== undefined && me.person.roles.includes('provider')
  const notice = useQuery({
    queryKey: ['tender', caseId],
    queryFn: () => ask<Notice>(`/api/public/cases/${caseId}/tender`),
    refetchInterval: 10_000,
  })
  const own = useQuery({
    queryKey: ['own-tender', personId, caseId],
    queryFn: () => askAsThem<OwnTender>(`/api/cases/${caseId}/tender`),
    enabled: status === 'signed in' && isProvider,
    refetchInterval: 10_000,
  })
  return { notice: notice.data, own: own.data, isProvider, me, error: notice.error ?? own.error }
}
