import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PublicRow } from '../../../domain/case/listed.ts'
import type { PublicCasesAnswer } from '../../../functions/api/answers/list.ts'
import { ask } from '../../api.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { Paging } from '../../nhs/paging.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { on } from '../../time.ts'
import { CaseLink } from '../case/case-link.tsx'
import { stageNames, statusNames } from '../case/stage-words.ts'
import { DrawLink } from '../draw/draw-link.tsx'
import { words } from './words.ts'

const published: PublicRow['stage'][] = ['tender', 'evaluation', 'decision', 'after-award']

/** What everybody may see: every accepted case, and where it stands. @param linked to their pages, for those who may see these */
export function PublicCases({ linked = false }: { linked?: boolean }) {
  const [after, setAfter] = useState<string>()
  const query = new URLSearchParams({ limit: '20', ...(after && { after }) })
  const { data, error } = useQuery({
    queryKey: ['public-cases', after],
    queryFn: () => ask<PublicCasesAnswer>(`/api/public/cases?${query}`),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  })
  const { columns } = words
  return (
    <>
      <h2>{words.cases}</h2>
      {error && <ProblemSummary {...problemOf(error)} />}
      {data?.rows.length === 0 && <p>{words.empty}</p>}
      {data && data.rows.length > 0 && (
        <ListTable
          caption={words.caption}
          rows={data.rows}
          keyOf={(row) => row.caseId}
          columns={[
            { head: columns.title, cell: (row) => (linked ? <CaseLink row={row} /> : <PublicLink row={row} />) },
            { head: columns.stage, cell: (row) => stageNames[row.stage] },
            { head: columns.status, cell: statusOf },
            { head: columns.draw, cell: (row) => <DrawLink caseId={row.caseId}>{words.draw}</DrawLink> },
            { head: columns.record, cell: recordLink },
          ]}
        />
      )}
      <Paging
        label={words.pages}
        before={after ? { text: words.newest, go: () => setAfter(undefined) } : undefined}
        after={data?.next ? { text: words.older, go: () => setAfter(data.next) } : undefined}
      />
    </>
  )
}

/** What everybody may read of a case under its title: what providers are asked for, once that was published. */
function PublicLink({ row: { caseId, title, stage } }: { row: PublicRow }) {
  if (!published.includes(stage)) return title
  return (
    <Link to="/tenders/$caseId" params={{ caseId }}>
      {title}
    </Link>
  )
}

/** The decision record, where the case has been decided; the notice of the intended award before. */
function recordLink({ caseId, outcome, notice }: PublicRow) {
  if (outcome !== 'awarded' && outcome !== 'not awarded' && !notice) return null
  return (
    <Link to="/records/$caseId" params={{ caseId }}>
      {notice ? words.notice : words.record}
    </Link>
  )
}

function statusOf({ status, outcome, endedAt }: PublicRow): string {
  if (outcome && endedAt) return words.ended(outcome, on(endedAt))
  return outcome === 'awarded' ? words.awarded : statusNames[status]
}
