import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../../api.ts'
import { useSession } from '../session/session.tsx'

/** One command of compliance, done once however often the button is pressed. */
export function useSend(
  caseId: string,
  name: 'rule-on-compliance' | 'raise-compliance-question' | 'ask-for-missing-document',
  onDone: () => void = () => {},
) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const [once, setOnce] = useState(() => crypto.randomUUID())
  return useMutation<unknown, Problem, object>({
    mutationFn: (body) => ask(`/api/cases/${caseId}/${name}`, { command: { body, once } }),
    onSettled: () => setOnce(crypto.randomUUID()),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onDone()
    },
  })
}
