import { Link } from '@tanstack/react-router'
import type { WaitingRow } from '../../../domain/case/listed.ts'
import type { Me } from '../../../functions/api/answers/locality.ts'
import { pageFor } from '../../../workflows/pages.ts'
import { challengeAsks, erasureAsks, whatIsAsked } from '../../../workflows/waits.ts'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { stageNames } from '../case/stage-words.ts'
import { isSecretariat } from '../people/use-names.ts'
import { DueCell } from './due-cell.tsx'
import { StandIn } from './stand-in.tsx'
import { words } from './words.ts'

/** What waits for the person, what is due first at the top; each leads to the page where it is done. */
export function Waiting({ me, now }: { me: Me; now: number }) {
  const waiting = me.waiting
    .map((row) => ({ ...row, ...row.challenges, ...row.erasures }))
    .toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
  const { columns } = words
  return (
    <>
      <h2>{words.waiting}</h2>
      <StandIn me={me} />
      {waiting.length === 0 && <p>{words.nothing}</p>}
      {waiting.length > 0 && (
        <ListTable
          caption={words.caption}
          rows={waiting}
          keyOf={({ caseId, as, wait, erasures }) =>
            `${caseId} ${as} ${wait ?? (erasures ? 'erasures' : 'challenges')}`
          }
          columns={[
            {
              head: columns.what,
              cell: (row) => (
                <>
                  <WhatCell row={row} />
                  <br />
                  <span className="nhsuk-u-secondary-text-colour">{words.whose[row.as]}</span>
                </>
              ),
            },
            { head: columns.title, cell: ({ title }) => title },
            { head: columns.stage, cell: (row) => stageNames[row.stage] },
            { head: columns.due, cell: (row) => <DueCell row={row} now={now} /> },
          ]}
        />
      )}
      {me.more.includes('waiting') && <p>{words.more(waiting.length)}</p>}
      {me.more.includes('waiting') && me.person.roles.some(isSecretariat) && (
        <p>
          <Link to="/board">{words.board}</Link>
        </p>
      )}
    </>
  )
}

function WhatCell({ row: { caseId, title, wait, as, challenges, erasures } }: { row: WaitingRow }) {
  if (erasures)
    return (
      <Link to="/cases/$caseId/do/$deed" params={{ caseId, deed: 'erase-payload' }}>
        {capital(erasureAsks)}
        <span className="nhsuk-u-visually-hidden">: {title}</span>
      </Link>
    )
  if (!wait && !challenges) return '–'
  return (
    <Link to={wait ? pageFor(wait, as) : '/cases/$caseId/challenges'} params={{ caseId }}>
      {capital(wait ? whatIsAsked(wait, [{ kind: as }]) : challengeAsks)}
      <span className="nhsuk-u-visually-hidden">: {title}</span>
    </Link>
  )
}
