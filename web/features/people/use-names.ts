import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Me } from '../../../functions/api/answers/locality.ts'
import { useSession } from '../session/session.tsx'
import { type Names, namesFrom } from './names.ts'
import { useRegisters } from './use-registers.ts'

export function useNames(known?: Record<string, string>): Names {
  const { personId } = useSession()
  const { data } = useQuery(useRegisters())
  return useMemo(() => namesFrom(data, personId, known), [data, personId, known])
}

/** Whether somebody acts for the secretariat: runs the programme, or deputises. */
export const isSecretariat = (as: string): boolean => as === 'programme-manager' || as === 'deputy-programme-manager'

/** Who is signed in, and what waits for them. */
export function useMe() {
  const { status, personId, ask } = useSession()
  return useQuery({
    queryKey: ['me', personId],
    queryFn: () => ask<Me>('/api/me'),
    enabled: status === 'signed in',
    refetchInterval: 5_000,
  })
}
