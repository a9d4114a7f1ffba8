import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { BoardAnswer, BoardColumns } from '../../../functions/api/answers/list.ts'
import { Problem } from '../../api.ts'
import { useMe } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import { type BoardPage, pathOf } from './board-page.ts'

/** Who has a board; the API decides, this only spares the others a refusal. */
const readers: readonly string[] = ['programme-manager', 'deputy-programme-manager', 'approver', 'auditor']

export function useSeesBoard(): boolean {
  return useMe().data?.person.roles.some((role) => readers.includes(role)) ?? false
}

/** The board, live: a page of it, or its columns. */
export function useBoard(page: BoardPage) {
  const { status, personId, ask } = useSession()
  const sees = useSeesBoard()
  const path = pathOf(page)
  return queryOptions({
    queryKey: ['board', personId, path],
    queryFn: () => ask<BoardAnswer | BoardColumns>(path),
    enabled: status === 'signed in' && sees,
    refetchInterval: ({ state }) => (state.error instanceof Problem && state.error.status >= 400 ? false : 4_000),
    placeholderData: keepPreviousData,
  })
}
