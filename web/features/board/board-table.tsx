import type { ReactNode } from 'react'
import { whatIsAsked } from '../../../workflows/pictures/waits.ts'
import type { BoardRow } from '../../api.ts'
import { capital } from '../../capital.ts'
import { type Column, ListTable } from '../../nhs/list-table.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { at, length, on } from '../../time.ts'
import { CaseLink } from '../case/case-link.tsx'
import { dueOf } from '../case/due.ts'
import { stageNames } from '../case/stage-words.ts'
import { type Names, whoOf } from '../people/names.ts'
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
    { head: heads.stage, cell: (row) => stageNames[row.stage] },
    { head: heads.due, cell: (row) => <DueCell row={row} now={now} /> },
    {
      head: heads.waitsFor,
      cell: (row) => (
        <>
          {waitsForOf(row, names)}
          <SubstitutionLine row={row} names={names} />
          <FlagsLine row={row} now={now} />
        </>
      ),
    },
    { head: heads.since, cell: (row) => sinceOf(row, now) },
    { head: heads.next, cell: (row) => (row.status === 'open' ? (row.next ?? '–') : '–') },
  ]
  return <ListTable caption={words.caption} columns={columns} rows={rows} keyOf={(row) => row.caseId} />
}

function CaseCell({ row, names }: { row: BoardRow; names: Names }) {
  return (
    <>
      <CaseLink row={row} />
      <br />
      <span className="nhsuk-u-secondary-text-colour">{names.area(row.area)}</span>
    </>
  )
}

function DueCell({ row, now }: { row: BoardRow; now: number }) {
  const { word, tone } = dueOf(row, now)
  const late = row.dueAt !== undefined && Date.parse(row.dueAt) <= now
  return (
    <>
      <Mark tone={tone}>{word}</Mark>
      {row.status === 'open' && row.dueAt && (
        <>
          <br />
          {capital(at(row.dueAt))}
          <br />
          {(late ? words.late : words.left)(length(row.dueAt, new Date(now).toISOString()))}
        </>
      )}
    </>
  )
}

function FlagsLine({ row: { flags }, now }: { row: BoardRow; now: number }) {
  if (!flags) return null
  return (
    <>
      <br />
      <Mark tone={Date.parse(flags.dueAt) <= now ? 'late' : 'soon'}>{words.flags(flags.count)}</Mark>
      <br />
      {words.flagsDue(at(flags.dueAt))}
    </>
  )
}

function waitsForOf({ status, wait, waitsFor = [], outcome }: BoardRow, names: Names): ReactNode {
  if (status === 'ended') return words.ended(outcome ?? '')
  if (status === 'paused') return words.paused
  if (!wait) return words.moving
  return capital(words.asked(whoOf(wait, waitsFor, names), whatIsAsked(wait, waitsFor)))
}

/** A vacant seat that is being filled beside the stage has a wait of its own. */
function SubstitutionLine({ row, names }: { row: BoardRow; names: Names }) {
  const { status, substitution } = row
  if (status !== 'open' || !substitution) return null
  const { wait, waitsFor, dueAt, escalatedAt } = substitution
  const asked = words.asked(whoOf(wait, waitsFor, names), whatIsAsked(wait, waitsFor))
  return (
    <>
      <br />
      {words.substitution(asked, at(dueAt), escalatedAt !== undefined)}
    </>
  )
}

function sinceOf({ status, since, endedAt }: BoardRow, now: number): string {
  const from = status === 'ended' ? endedAt : status === 'open' ? since : undefined
  return from ? `${on(from)} ${words.ago(length(from, new Date(now).toISOString()))}` : '–'
}
