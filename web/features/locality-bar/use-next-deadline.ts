import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useBoard } from '../board/use-board.ts'
import { useCaseQuery } from '../case/use-case.ts'
import { useMe } from '../people/use-names.ts'

/** The next deadline that is still ahead: of the case on the page, else of everything this person can see. */
export function useNextDeadline(now: number): string | undefined {
  const { caseId } = useParams({ strict: false })
  const { data: theCase } = useQuery(useCaseQuery(caseId))
  const { data: board } = useQuery(useBoard({}))
  const { data: me } = useMe()
  const dues = caseId
    ? [theCase?.wait?.dueAt]
    : [...(board && 'rows' in board ? board.rows : []), ...(me?.waiting ?? [])].map((row) => row.dueAt)
  return dues
    .filter((due) => due !== undefined)
    .filter((due) => Date.parse(due) > now)
    .sort()[0]
}
