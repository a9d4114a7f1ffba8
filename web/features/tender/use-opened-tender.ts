import { useQuery } from '@tanstack/react-query'
import type { viewOpenedTender } from '../../../domain/tender/opened.ts'
import { useSession } from '../session/session.tsx'

/** An opened tender, with what its bidder answered. */
type OpenedTenderView = ReturnType<typeof viewOpenedTender> & { answers?: Record<string, string> }
export type ShownDocument = OpenedTenderView['documents'][number]

/** @param organisationId the bidder's */
export function useOpenedTender(caseId: string, organisationId: string) {
  const { status, personId, ask } = useSession()
  return useQuery({
    queryKey: ['opened-tender', personId, caseId, organisationId],
    queryFn: () => ask<OpenedTenderView>(`/api/cases/${caseId}/opened-tender?of=${organisationId}`),
    enabled: status === 'signed in',
  })
}
