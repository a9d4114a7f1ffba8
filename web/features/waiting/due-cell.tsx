import type { CaseRow } from '../../../domain/case/listed.ts'
import { capital } from '../../capital.ts'
import { Mark } from '../../nhs/mark.tsx'
import { dueOn } from '../../time.ts'
import { dueOf } from '../case/due.ts'

/** How a case stands against its deadline. */
export function DueCell({ row, now }: { row: CaseRow; now: number }) {
  const { word, tone } = dueOf(row, now)
  return (
    <>
      <Mark tone={tone}>{word}</Mark>
      {row.status === 'ended' && row.outcome && (
        <>
          <br />
          {capital(row.outcome)}
        </>
      )}
      {row.status === 'open' && row.dueAt && (
        <>
          <br />
          {dueOn(row.dueAt)}
        </>
      )}
    </>
  )
}
