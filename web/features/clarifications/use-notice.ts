import { useQuery } from '@tanstack/react-query'
import type { viewNotice, viewOwnTender } from '../../../domain/tender/view.ts'
import { ask } from '../../api.ts'
import { useMe } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'

/** A tender as everybody sees it, and for a provider's people what is their own. */
export type NoticeView = ReturnType<typeof viewNotice>
export type OwnView = ReturnType<typeof viewOwnTender>

export function useNotice(caseId: string) {
  const { status, personId, ask: askAsThem } = useSession()
  const { data: me } = useMe()
  const provider = me?.person.roles.includes('provider') ?? false
  const notice = useQuery({
    queryKey: ['notice', caseId],
    queryFn: () => ask<NoticeView>(`/api/public/cases/${caseId}/tender`),
    refetchInterval: 5_000,
  })
  const own = useQuery({
    queryKey: ['case', personId, caseId, '/tender'],
    queryFn: () => askAsThem<OwnView>(`/api/cases/${caseId}/tender`),
    enabled: status === 'signed in' && provider,
    refetchInterval: 5_000,
  })
  return { notice: notice.data, own: own.data, provider, error: notice.error ?? own.error }
}
