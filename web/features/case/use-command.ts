import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Problem } from '../../api.ts'
import { useSession } from '../session/session.tsx'

interface Done {
  head: { sequence?: number; hash: string }
}

/** Sends a command on a case. Sent again because no answer came, it is done once. */
export function useCommand<Answer = Done>(caseId: string, name: string, onDone?: (answer: Answer) => unknown) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const once = useRef(crypto.randomUUID())
  const renew = () => {
    once.current = crypto.randomUUID()
  }
  return useMutation<Answer, Error, unknown>({
    mutationFn: (body) => ask<Answer>(`/api/cases/${caseId}/${name}`, { command: { body, once: once.current } }),
    onSuccess: async (answer) => {
      renew()
      await queries.invalidateQueries()
      await onDone?.(answer)
    },
    onError: (error) => {
      if (error instanceof Problem && error.status >= 400 && error.status < 500) renew()
    },
  })
}
