import { queryOptions } from '@tanstack/react-query'
import type { Registers } from '../../../functions/api/answers/locality.ts'
import { useSession } from '../session/session.tsx'

/** Practices, organisations and areas: they change seldom. */
export function useRegisters() {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['registers', personId],
    queryFn: () => ask<Registers>('/api/registers'),
    enabled: status === 'signed in',
    staleTime: 5 * 60_000,
  })
}
