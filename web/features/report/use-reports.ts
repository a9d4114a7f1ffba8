import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Report } from '../../../domain/report/report.ts'
import { ask } from '../../api.ts'
import { isSecretariat, useMe } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'

/** One that is being written says how many cases it leaves out. */
export type WrittenReport = Report & { leftOut?: number }

/** Until the month is over, the record adds to what was drafted: it is shown, and written once nothing more happens in it. */
export const isWritten = ({ leftOut, version }: WrittenReport, over: boolean): boolean =>
  leftOut === undefined && (over || version > 0)

/** Those that were sent: everybody's. */
export function useSentReports() {
  return useQuery({
    queryKey: ['reports'],
    queryFn: () => ask<{ reports: Report[] }>('/api/public/reports'),
    // The other of the two who write it may send it.
    refetchInterval: 5_000,
  })
}

export function useWritesReports(): boolean {
  return useMe().data?.person.roles.some(isSecretariat) ?? false
}

/**
 * The report of a month as its writers have it.
 * @param over whether the month is
 */
export function useWrittenReport(month: string, { enabled, over }: { enabled: boolean; over: boolean }) {
  const session = useSession()
  return queryOptions({
    queryKey: ['reports', session.personId, month],
    queryFn: () => session.ask<WrittenReport>(`/api/reports/${month}`),
    enabled,
    // Where it is written on the page, the paper brings in what others save: what is typed is never replaced by what is read again.
    refetchInterval: ({ state: { data } }) => (data && !isWritten(data, over) ? 5_000 : false),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}
