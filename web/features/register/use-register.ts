import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Organisation } from '../../../domain/locality/locality.ts'
import type { RegisterEntry } from '../../../domain/register/declaration.ts'
import type { DeclarationStatus } from '../../../domain/register/expiry.ts'
import type { Suggestion } from '../../../domain/register/names.ts'
import { Problem } from '../../api.ts'
import { useSession } from '../session/session.tsx'

export type Registered = RegisterEntry & { name: string; status: DeclarationStatus; expiresAt?: string }

export interface Register {
  register: string
  organisations: Organisation[]
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

/** Everything that happened to it, oldest first, as far as it was asked for. */
export function useRegisterPast() {
  const { personId, ask } = useSession()
  return infiniteQueryOptions({
    queryKey: ['register', personId, 'past'],
    queryFn: ({ pageParam }) => ask<PastPage>(`/api/register/record?limit=50&after=${pageParam}`),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
}

/** Sends a command on the register. Sent again because no answer came, it is done once. */
export function useRegisterCommand(name: string, onDone: () => void) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const once = useRef(crypto.randomUUID())
  return useMutation<unknown, Error, unknown>({
    mutationFn: (body) => ask(`/api/register/${name}`, { command: { body, once: once.current } }),
    onSuccess: async () => {
      once.current = crypto.randomUUID()
      onDone()
      await queries.invalidateQueries()
    },
    onError: (error) => {
      if (error instanceof Problem && error.status >= 400 && error.status < 500) once.current = crypto.randomUUID()
    },
  })
}
