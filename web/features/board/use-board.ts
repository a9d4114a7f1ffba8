import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Stage } from '../../../domain/case/case.ts'
import type { BoardRow, ListPage } from '../../api.ts'
import { useMe } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'

/** Which page of the board. */
export interface BoardPage {
  stage?: Stage | undefined
  after?: string | undefined
}

/** Who has a board; the API decides, this only spares the others a refusal. */
const readers: readonly string[] = ['programme-manager', 'deputy-programme-manager', 'approver', 'auditor']

export function useSeesBoard(): boolean {
  return useMe().data?.person.roles.some((role) => readers.includes(role)) ?? false
}

/** The board, live. */
export function useBoard({ stage, after }: BoardPage) {
  const { status, personId, ask } = useSession()
  const sees = useSeesBoard()
  const query = new URLSearchParams({ limit: '25', ...(stage && { stage }), ...(after && { after }) })
  return queryOptions({
    queryKey: ['board', personId, stage, after],
    queryFn: () => ask<ListPage<BoardRow>>(`/api/board?${query}`),
    enabled: status === 'signed in' && sees,
    refetchInterval: 4_000,
    placeholderData: keepPreviousData,
  })
}
