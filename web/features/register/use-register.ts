import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Interest, RecordedInterest, RegisterEntry, Relation } from '../../../domain/register/declaration.ts'
import type { DeclarationStatus } from '../../../domain/register/expiry.ts'
import type { Suggestion } from '../../../domain/register/names.ts'
import { useCommandAt } from '../case/use-command.ts'
import { useSession } from '../session/session.tsx'
import type { RecordedOrganisation } from './typed-organisation.ts'

/** What an entry is called when it is struck out. */
type Named<One> = One & { entry: string }

export interface Registered extends Omit<RegisterEntry, 'recorded' | 'dropped' | 'droppedRelations' | 'belonged'> {
  name: string
  status: DeclarationStatus
  expiresAt?: string
  recorded: Named<RecordedInterest>[]
  dropped: Named<Interest>[]
  droppedRelations: Named<Relation>[]
  belonged: Named<Interest>[]
}

export interface Register {
  register: string
  organisations: RecordedOrganisation[]
  people: Registered[]
  unknownNames: { name: string; like: Suggestion[] }[]
  incompatible: { person: string; company: string; provider: string }[]
}

export function useRegister() {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['register', personId],
    queryFn: () => ask<Register>('/api/register'),
    enabled: status === 'signed in',
  })
}

interface PastPage {
  past: { sequence: number; at: string; by: { person?: string; as?: string }; told: string }[]
  next?: number
}

/** Everything that happened to it, the latest first, as far as it was asked for. */
export function useRegisterPast() {
  const { personId, ask } = useSession()
  return infiniteQueryOptions({
    queryKey: ['register', personId, 'past'],
    queryFn: ({ pageParam }) =>
      ask<PastPage>(`/api/register/record?limit=50${pageParam === undefined ? '' : `&before=${pageParam}`}`),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
  })
}

/** The latest changes of what it says of one organisation, the newest first. */
export function useOrganisationPast(organisationId: string) {
  const { personId, ask } = useSession()
  return queryOptions({
    queryKey: ['register', personId, 'past', organisationId],
    queryFn: () => ask<PastPage>(`/api/register/record?organisation=${encodeURIComponent(organisationId)}`),
  })
}

/** Sends a command on the register. */
export const useRegisterCommand = (name: string, onDone: () => void) => useCommandAt(`/api/register/${name}`, onDone)
