import type { BoardRow } from '../../../domain/case/listed.ts'
import { Mark } from '../../nhs/mark.tsx'
import { dueOn, length } from '../../time.ts'
import { dueOf } from '../case/due.ts'
import { words } from './words.ts'

/** How a case stands against its deadline, when that is, and how far away. */
export function BoardDue({ row, now }: { row: BoardRow; now: number }) {
  const { word, tone } = dueOf(row, now)
  const late = row.dueAt !== undefined && Date.parse(row.dueAt) <= now
  return (
    <>
      <Mark tone={tone}>{word}</Mark>
      {row.status === 'open' && row.dueAt && (
        <>
          <br />
          {dueOn(row.dueAt)}
          <br />
          {(late ? words.late : words.left)(length(row.dueAt, new Date(now).toISOString()))}
        </>
      )}
    </>
  )
}
