import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { viewModeration } from '../../../domain/evaluation/view-moderation.ts'
import type { Problem } from '../../api.ts'
import { useSession } from '../session/session.tsx'

export type Moderation = ReturnType<typeof viewModeration> & { names: Record<string, string> }
export type Matter = Moderation['matters'][number]

export function useModerationQuery(caseId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['moderation', personId, caseId],
    queryFn: () => ask<Moderation>(`/api/cases/${caseId}/moderation`),
    enabled: status === 'signed in',
  })
}

/** One of the chair's commands; what it changed is read again. */
export function useRecord(caseId: string, name: string, onDone: () => void) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const [once, setOnce] = useState(() => crypto.randomUUID())
  return useMutation<unknown, Problem, object>({
    mutationFn: (body) => ask(`/api/cases/${caseId}/${name}`, { command: { body, once } }),
    onSettled: () => setOnce(crypto.randomUUID()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['moderation'] })
      onDone()
    },
  })
}
