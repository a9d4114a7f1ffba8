import { queryOptions } from '@tanstack/react-query'
import type { OwnInterests } from '../../../functions/api/answers/register.ts'
import { useSession } from '../session/session.tsx'

export function useOwnInterests() {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['interests', personId],
    queryFn: () => ask<OwnInterests>('/api/register/mine'),
    enabled: status === 'signed in',
  })
}
