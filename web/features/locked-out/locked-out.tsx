import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseRow } from '../../../domain/case/listed.ts'
import { ask, Problem } from '../../api.ts'
import { Facts } from '../../nhs/facts.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { on } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { stageNames, statusNames } from '../case/stage-words.ts'
import { useNames } from '../people/use-names.ts'
import { words } from './words.ts'

/** A case to somebody who has a conflict of interest in it: what everybody sees, and that they are excluded, and why. */
export function LockedOut({ caseId, reason }: { caseId: string; reason: string }) {
  const { data: row, error } = useQuery({
    queryKey: ['public-case', caseId],
    queryFn: () => ask<CaseRow>(`/api/public/cases/${caseId}`),
    refetchInterval: 10_000,
    retry: false,
  })
  const names = useNames()
  const notPublic = error instanceof Problem && error.status === 404
  useTitle(row?.title ?? words.title)
  const { facts } = words
  return (
    <>
      {error && !notPublic && <ProblemSummary {...problemOf(error)} />}
      <h1>{row?.title ?? words.title}</h1>
      <Notice title={words.notice}>
        <p>{words.why(reason)}</p>
        <p>{words.what}</p>
      </Notice>
      {notPublic && <p>{words.notPublic}</p>}
      {row && (
        <>
          <h2>{words.caption}</h2>
          <Facts
            facts={[
              [facts.area, names.area(row.area)],
              [facts.stage, stageNames[row.stage]],
              [
                facts.status,
                row.outcome && row.endedAt ? words.ended(row.outcome, on(row.endedAt)) : statusNames[row.status],
              ],
            ]}
          />
        </>
      )}
      <p>
        <Link to="/">{words.cases}</Link>
      </p>
    </>
  )
}
