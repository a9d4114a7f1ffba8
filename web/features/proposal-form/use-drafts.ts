import { queryOptions } from '@tanstack/react-query'
import { Problem } from '../../api.ts'
import { useSession } from '../session/session.tsx'
import type { Fault } from './sections.ts'

/** A proposal being written. */
export interface Draft {
  id: string
  version: number
  savedAt: string
  /** The fields of the form, any of them missing or unfinished. */
  form: Record<string, unknown>
}

/** With everything that stands between it and its submission. */
export interface CheckedDraft extends Draft {
  faults: Fault[]
}

/** A person's own drafts. */
export function useDraftsQuery() {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['drafts', personId],
    queryFn: () => ask<{ drafts: Draft[] }>('/api/drafts'),
    enabled: status === 'signed in',
  })
}

/** One of them, as it was saved last. It is written here: what is typed is never replaced by what is read again. */
export function useDraftQuery(draftId: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['drafts', personId, draftId],
    queryFn: () => ask<CheckedDraft>(`/api/drafts/${draftId}`),
    enabled: status === 'signed in',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: (count, error) => count < 2 && !(error instanceof Problem && error.status < 500),
  })
}
