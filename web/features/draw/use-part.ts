import { queryOptions } from '@tanstack/react-query'
import type { viewPanel } from '../../../domain/panel/view.ts'
import { useSession } from '../session/session.tsx'

/** With what those who sit on it are called, for those who see them. */
export type PanelView = ReturnType<typeof viewPanel> & { people?: Record<string, string> }

/** The panel as the person who is signed in sees it, live. */
export function usePanelQuery(caseId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['panel', personId, caseId],
    queryFn: () => ask<PanelView>(`/api/cases/${caseId}/panel`),
    enabled: status === 'signed in',
    refetchInterval: 5_000,
  })
}
