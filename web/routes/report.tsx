import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { EditReport, ReadDraft } from '../features/report/edit-report.tsx'
import { ReportText } from '../features/report/report-text.tsx'
import {
  isWritten,
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

function WrittenReport({ report, over }: { report: Written; over: boolean }) {
  if (isWritten(report, over)) return <EditReport key={report.month} report={report} />
  const { leftOut, month } = report
  return (
    <ReadDraft report={report}>
      {leftOut === undefined ? words.edit.soFar(words.monthName(month)) : words.edit.leftOut(leftOut)}
    </ReadDraft>
  )
}

function ReportPage() {
  const { month } = reportRoute.useParams()
  const writes = useWritesReports()
  const sent = useSentReports()
  const report = sent.data?.reports.find((one) => one.month === month)
  const { now } = useClock()
  const over = month < londonDay(new Date(now).toISOString()).slice(0, 7)
  const written = useQuery(useWrittenReport(month, { enabled: writes && sent.isSuccess && !report, over }))
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
      {!report && written.data && <WrittenReport report={written.data} over={over} />}
      {sent.isSuccess && !report && !writes && <p>{words.notSent}</p>}
    </>
  )
}
