import { whatIsAsked } from '../../../workflows/pictures/waits.ts'
import type { CaseRow, Me } from '../../api.ts'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { at } from '../../time.ts'
import { CaseLink } from '../case/case-link.tsx'
import { dueOf } from '../case/due.ts'
import { stageNames } from '../case/stage-words.ts'
import { words } from './words.ts'

/** What waits for the person, what is due first at the top; and how their proposals stand. */
export function Waiting({ me, now }: { me: Me; now: number }) {
  const waiting = me.waiting.toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
  const { columns, proposalColumns } = words
  // The row does not say as what they are asked; only the secretariat is never asked as anything else.
  const secretariat = me.person.roles.some((role) => role.endsWith('programme-manager'))
  const kinds = secretariat ? [{ kind: 'programme-manager' as const }] : []
  return (
    <>
      <h2>{words.waiting}</h2>
      {waiting.length === 0 && <p>{words.nothing}</p>}
      {waiting.length > 0 && (
        <ListTable
          caption={words.caption}
          rows={waiting}
          keyOf={(row) => row.caseId}
          columns={[
            { head: columns.title, cell: (row) => <CaseLink row={row} /> },
            { head: columns.stage, cell: (row) => stageNames[row.stage] },
            { head: columns.what, cell: (row) => (row.wait ? capital(whatIsAsked(row.wait, kinds)) : '–') },
            { head: columns.due, cell: (row) => <DueCell row={row} now={now} /> },
          ]}
        />
      )}
      {me.proposals.length > 0 && (
        <>
          <h2>{words.proposals}</h2>
          <ListTable
            caption={words.proposalsCaption}
            rows={me.proposals}
            keyOf={(row) => row.caseId}
            columns={[
              { head: proposalColumns.title, cell: (row) => <CaseLink row={row} /> },
              { head: proposalColumns.stage, cell: (row) => stageNames[row.stage] },
              { head: proposalColumns.status, cell: (row) => <DueCell row={row} now={now} /> },
            ]}
          />
        </>
      )}
    </>
  )
}

function DueCell({ row, now }: { row: CaseRow; now: number }) {
  const { word, tone } = dueOf(row, now)
  return (
    <>
      <Mark tone={tone}>{word}</Mark>
      {row.status === 'open' && row.dueAt && (
        <>
          <br />
          {capital(at(row.dueAt))}
        </>
      )}
    </>
  )
}
