import { queryOptions } from '@tanstack/react-query'
import type { Terms } from '../../../domain/panel-draw/fair-draw/terms.ts'
import type { PublicDraws } from '../../../functions/api/answers/panel.ts'
import { ask } from '../../api.ts'

export type PublishedDraw = PublicDraws['draws'][number]

/** The draws of a case as everybody sees them, live. */
export const drawsOf = (caseId: string) =>
  queryOptions({
    queryKey: ['draws', caseId],
    queryFn: () => ask<PublicDraws>(`/api/public/cases/${caseId}/draws`),
    refetchInterval: 10_000,
  })

export const certificatePath = (caseId: string, draw: number): string =>
  `/api/public/cases/${caseId}/draw-certificate?draw=${draw}`

export const termsPath = (caseId: string, draw: number): string => `/api/public/cases/${caseId}/draw-terms?draw=${draw}`

/** What a draw was committed to: it never changes. */
export const termsOf = (caseId: string, draw: number) =>
  queryOptions({
    queryKey: ['draw-terms', caseId, draw],
    queryFn: () => ask<{ terms: Terms }>(termsPath(caseId, draw)),
    staleTime: Number.POSITIVE_INFINITY,
  })
