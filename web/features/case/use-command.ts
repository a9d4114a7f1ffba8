import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../session/session.tsx'
import { askOnce } from './ask-once.ts'

interface Done {
  head: { sequence?: number; hash: string }
}

/** Sends a command on a case. Sent again because no answer came, it is done once. */
export const useCommand = <Answer = Done>(caseId: string, name: string, onDone?: (answer: Answer) => unknown) =>
  useCommandAt(`/api/cases/${caseId}/${name}`, onDone)

/** The same for a command on something else. */
export function useCommandAt<Answer = Done>(path: string, onDone?: (answer: Answer) => unknown) {
  const { ask } = useSession()
  const queries = useQueryClient()
  return useMutation<Answer, Error, unknown>({
    mutationFn: (body) => askOnce<Answer>(ask, path, body),
    // What was typed is forgotten at once: what is typed while the page is read anew is not.
    onSuccess: (answer) => Promise.all([onDone?.(answer), queries.invalidateQueries()]),
  })
}
