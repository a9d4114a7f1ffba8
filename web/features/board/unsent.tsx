import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { UnsentAnswer } from '../../../functions/api/answers/list.ts'
import { Notice } from '../../nhs/notice.tsx'
import { when } from '../../time.ts'
import { isSecretariat, useMe } from '../people/use-names.ts'
import { words as reports } from '../report/words.ts'
import { useSession } from '../session/session.tsx'
import { words } from './words.ts'

/** To the secretariat: which emails could not be sent. Mostly there are none, and nothing is shown. */
export function Unsent() {
  const { personId, ask } = useSession()
  const { data: me } = useMe()
  const { data } = useQuery({
    queryKey: ['unsent', personId],
    queryFn: () => ask<UnsentAnswer>('/api/board/unsent'),
    enabled: me?.person.roles.some(isSecretariat) ?? false,
    refetchInterval: 60_000,
  })
  if (!data || data.rows.length === 0) return null
  const { title, what, moreUnsent, unsentSince } = words.unsent
  return (
    <Notice title={title}>
      <p>{what}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {data.rows.map((row) => (
          <li key={row.kind === 'case' ? row.caseId : row.kind === 'report' ? row.month : row.kind}>
            <About row={row} /> {unsentSince(when(row.since))}
          </li>
        ))}
      </ul>
      {data.more && <p>{moreUnsent}</p>}
    </Notice>
  )
}

function About({ row }: { row: UnsentAnswer['rows'][number] }) {
  switch (row.kind) {
    case 'case':
      return (
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.title}
        </Link>
      )
    case 'report':
      return (
        <Link to="/reports/$month" params={{ month: row.month }}>
          {reports.of(reports.monthName(row.month))}
        </Link>
      )
    case 'register':
      return <Link to="/register">{words.unsent.register}</Link>
  }
}
