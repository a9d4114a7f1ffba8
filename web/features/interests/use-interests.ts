import { queryOptions } from '@tanstack/react-query'
import type { Declaration, Interest, Relation } from '../../../domain/register/declaration.ts'
import type { DeclarationStatus } from '../../../domain/register/expiry.ts'
import { useSession } from '../session/session.tsx'

export interface OwnInterests {
  version: string
  status: DeclarationStatus
  declaration?: Declaration
  declaredAt?: string
  expiresAt?: string
  suggested: (Interest & { source?: string })[]
  suggestedRelations: Relation[]
  claims: (Relation & { name: string })[]
  belonged: Interest[]
  past: { sequence: number; at: string; told: string }[]
}

export function useOwnInterests() {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['interests', personId],
    queryFn: () => ask<OwnInterests>('/api/register/mine'),
    enabled: status === 'signed in',
  })
}
