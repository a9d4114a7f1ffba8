import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Register, RegisterPast } from '../../../functions/api/answers/register.ts'
import { useCommandAt } from '../case/use-command.ts'
import { useSession } from '../session/session.tsx'

export function useRegister() {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['register', personId],
    queryFn: () => ask<Register>('/api/register'),
    enabled: status === 'signed in',
  })
}

/** Everything that happened to it, the latest first, as far as it was asked for. */
export function useRegisterPast() {
  const { personId, ask } = useSession()
  return infiniteQueryOptions({
    queryKey: ['register', personId, 'past'],
    queryFn: ({ pageParam }) =>
      ask<RegisterPast>(`/api/register/record?limit=50${pageParam === undefined ? '' : `&before=${pageParam}`}`),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
  })
}

/** The latest changes of what it says of one organisation, the newest first. */
export function useOrganisationPast(organisationId: string) {
  const { personId, ask } = useSession()
  return queryOptions({
    queryKey: ['register', personId, 'past', organisationId],
    queryFn: () => ask<RegisterPast>(`/api/register/record?organisation=${encodeURIComponent(organisationId)}`),
  })
}

/** Sends a command on the register. */
export const useRegisterCommand = (name: string, onDone: () => void) => useCommandAt(`/api/register/${name}`, onDone)
