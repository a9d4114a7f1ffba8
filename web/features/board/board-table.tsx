import type { BoardRow } from '../../../domain/case/listed.ts'
import { type Column, ListTable } from '../../nhs/list-table.tsx'
import { length, on } from '../../time.ts'
import { CaseLink } from '../case/case-link.tsx'
import { stageNames } from '../case/stage-words.ts'
import type { Names } from '../people/names.ts'
import { BoardDue } from './board-due.tsx'
import { WaitsFor } from './waits-for.tsx'
import { words } from './words.ts'

interface BoardTableProps {
  rows: BoardRow[]
  names: Names
  now: number
}

/** A line for each case: who it waits for, since when, until when, and what happens then. */
export function BoardTable({ rows, names, now }: BoardTableProps) {
  const heads = words.columns
  const columns: Column<BoardRow>[] = [
    { head: heads.title, cell: (row) => <CaseCell row={row} names={names} /> },
    { head: heads.due, cell: (row) => <BoardDue row={row} now={now} /> },
    { head: heads.waitsFor, cell: (row) => <WaitsForCell row={row} names={names} now={now} /> },
    { head: heads.next, cell: (row) => (row.status === 'open' ? (row.next ?? '–') : '–') },
  ]
  return (
    <div className="board-table">
      <ListTable caption={words.caption} columns={columns} rows={rows} keyOf={(row) => row.caseId} />
    </div>
  )
}

function CaseCell({ row, names }: { row: BoardRow; names: Names }) {
  return (
    <>
      <CaseLink row={row} />
      <br />
      <span className="nhsuk-u-secondary-text-colour">
        {words.stageAndArea(stageNames[row.stage], names.area(row.area))}
      </span>
    </>
  )
}

function WaitsForCell({ row, names, now }: { row: BoardRow; names: Names; now: number }) {
  const { status, since, endedAt } = row
  const from = status === 'ended' ? endedAt : status === 'open' ? since : undefined
  return (
    <>
      <WaitsFor row={row} names={names} now={now} />
      {from && (
        <>
          <br />
          <span className="nhsuk-u-secondary-text-colour">
            {words.since(on(from), length(from, new Date(now).toISOString()))}
          </span>
        </>
      )}
    </>
  )
}
