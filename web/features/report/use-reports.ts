import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Report } from '../../../domain/report/report.ts'
import { ask } from '../../api.ts'
import { isSecretariat, useMe } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'

/** One that is being written says how many cases it leaves out. */
export type WrittenReport = Report & { leftOut?: number }

/** Those that were sent: everybody's. */
export function useSentReports() {
  return useQuery({
    queryKey: ['reports'],
    queryFn: () => ask<{ reports: Report[] }>('/api/public/reports'),
  })
}

export function useWritesReports(): boolean {
  return useMe().data?.person.roles.some(isSecretariat) ?? false
}

/** The report of a month as its writers have it. */
export function useWrittenReport(month: string, enabled: boolean) {
  const session = useSession()
  return queryOptions({
    queryKey: ['reports', session.personId, month],
    queryFn: () => session.ask<WrittenReport>(`/api/reports/${month}`),
    enabled,
    // It is written on the page: what is typed is never replaced by what is read again.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}
