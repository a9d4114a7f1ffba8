import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { viewPanel } from '../../../domain/panel/view.ts'
import { useSession } from '../session/session.tsx'

export type PanelView = ReturnType<typeof viewPanel>

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

/** One command of the case: sent twice, it is done once. */
export function useCommand(caseId: string, name: string) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const [once, setOnce] = useState(() => crypto.randomUUID())
  return useMutation<unknown, Error, Record<string, unknown>>({
    mutationFn: (body) => ask(`/api/cases/${caseId}/${name}`, { command: { body, once } }),
    onSuccess: async () => {
      setOnce(crypto.randomUUID())
      await queries.invalidateQueries()
    },
    // What was refused was not done: what is sent next is another.
    onError: () => setOnce(crypto.randomUUID()),
  })
}
