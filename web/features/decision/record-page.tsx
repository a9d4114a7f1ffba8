import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Paper } from '../../../domain/paper/paper.ts'
import { ask } from '../../api.ts'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useTitle } from '../../title.ts'
import { PaperView } from '../paper/paper-view.tsx'
import { isMissing, NothingThere } from '../session/load-problem.tsx'
import { words } from './words.ts'

const route = getRouteApi('/records/$caseId')

/** The decision record, for everybody; in the standstill, the notice of the intended award. */
export function RecordPage() {
  const { caseId } = route.useParams()
  const address = `/api/public/cases/${caseId}`
  const { data, error } = useQuery({
    queryKey: ['decision-record', caseId],
    queryFn: () => ask<{ paper: Paper; winner?: string }>(`${address}/decision-record`),
    retry: false,
  })
  // Before there is a record there may be the notice of what is intended.
  const { data: notice, isPending } = useQuery({
    queryKey: ['award-notice', caseId],
    queryFn: () => ask<{ paper: Paper }>(`${address}/award-notice`),
    retry: false,
    enabled: error !== null,
  })
  useTitle(notice ? words.record.notice : words.record.title, (data ?? notice)?.paper.title)
  return (
    <>
      <BackLink to="/">{words.record.home}</BackLink>
      {error && !notice && !isPending && <NoRecord error={error} />}
      {notice && !data && (
        <>
          <PaperView paper={notice.paper} />
          <ul>
            <li>
              <a href={`${address}/award-notice.pdf`}>{words.record.pdf}</a>
            </li>
            <li>
              <a href={`${address}/ocds`}>{words.record.ocds}</a>
            </li>
          </ul>
        </>
      )}
      {data && (
        <>
          <PaperView paper={data.paper} />
          <ul>
            <li>
              <a href={`${address}/decision-record.pdf`}>{words.record.pdf}</a>
            </li>
            <li>
              <a href={`${address}/ocds`}>{words.record.ocds}</a>
            </li>
            <li>
              <a href={`${address}/decision-record`}>{words.record.data}</a>
            </li>
            {data.winner !== undefined && (
              <>
                <li>
                  <a href={`${address}/award-notice.pdf`}>{words.record.noticePdf}</a>
                </li>
                <li>
                  <a href={`${address}/award-notice`}>{words.record.noticeData}</a>
                </li>
              </>
            )}
          </ul>
        </>
      )}
    </>
  )
}

function NoRecord({ error }: { error: Error }) {
  if (isMissing(error)) return <NothingThere error={error} />
  return (
    <>
      <ProblemSummary {...problemOf(error)} />
      <h1>{words.record.title}</h1>
    </>
  )
}
