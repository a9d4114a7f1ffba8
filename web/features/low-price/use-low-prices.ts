import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { viewLowPrices, viewPriceQuestion } from '../../../domain/evaluation/view-low-price.ts'
import type { Problem } from '../../api.ts'
import { useSession } from '../session/session.tsx'

export type LowPrices = ReturnType<typeof viewLowPrices> & { names: Record<string, string> }
export type PriceQuestion = ReturnType<typeof viewPriceQuestion>

function useView<View>(caseId: string, path: string) {
  const { status, personId, ask } = useSession()
  return queryOptions({
    queryKey: ['low prices', path, personId, caseId],
    queryFn: () => ask<View>(`/api/cases/${caseId}/${path}`),
    enabled: status === 'signed in',
  })
}

/** What a bidder is asked about its own price. */
export const usePriceQuestion = (caseId: string) => useView<PriceQuestion>(caseId, 'price-question')

/** For the panel. */
export const useLowPrices = (caseId: string) => useView<LowPrices>(caseId, 'low-prices')

export function useSend(caseId: string, name: 'explain-price' | 'judge-price', onDone: () => void) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const [once, setOnce] = useState(() => crypto.randomUUID())
  return useMutation<unknown, Problem, object>({
    mutationFn: (body) => ask(`/api/cases/${caseId}/${name}`, { command: { body, once } }),
    onSettled: () => setOnce(crypto.randomUUID()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['low prices'] })
      onDone()
    },
  })
}
