import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { EditReport, ReadDraft } from '../features/report/edit-report.tsx'
import { ReportText } from '../features/report/report-text.tsx'
import {
  useSentReports,
  useWritesReports,
  useWrittenReport,
  type WrittenReport as Written,
} from '../features/report/use-reports.ts'
import { words } from '../features/report/words.ts'
import { BackLink } from '../nhs/back-link.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { londonDay, when } from '../time.ts'
import { useTitle } from '../title.ts'

/** The report of one month: for everybody once it was sent; until then its writers'. */
export const reportRoute = createLazyRoute('/reports/$month')({ component: ReportPage })

/** Until the month is over, the record adds to what was drafted: it is shown, and written once nothing more happens in it. */
function WrittenReport({ report }: { report: Written }) {
  const { now } = useClock()
  const [over] = useState(() => report.month < londonDay(new Date(now).toISOString()).slice(0, 7))
  if (report.leftOut !== undefined) return <ReadDraft report={report}>{words.edit.leftOut(report.leftOut)}</ReadDraft>
  if (!over && report.version === 0)
    return <ReadDraft report={report}>{words.edit.soFar(words.monthName(report.month))}</ReadDraft>
  return <EditReport key={report.month} report={report} />
}

function ReportPage() {
  const { month } = reportRoute.useParams()
  const writes = useWritesReports()
  const sent = useSentReports()
  const report = sent.data?.reports.find((one) => one.month === month)
  const written = useQuery(useWrittenReport(month, writes && sent.isSuccess && !report))
  const title = /^\d{4}-\d\d$/.test(month) ? words.of(words.monthName(month)) : words.title
  const error = sent.error ?? written.error
  useTitle(title)
  return (
    <>
      <BackLink to="/reports">{words.back}</BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{title}</h1>
      {report && (
        <>
          <p>{words.edit.sent(when(report.at))}</p>
          <ReportText sections={report.sections} />
        </>
      )}
      {!report && written.data && <WrittenReport report={written.data} />}
      {sent.isSuccess && !report && !writes && <p>{words.notSent}</p>}
    </>
  )
}
