import { createLazyRoute, Link } from '@tanstack/react-router'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { useSentReports, useWritesReports } from '../features/report/use-reports.ts'
import { words } from '../features/report/words.ts'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { londonDay } from '../time.ts'
import { useTitle } from '../title.ts'

const monthBefore = (month: string): string =>
  new Date(Date.parse(`${month}-01T00:00:00Z`) - 1).toISOString().slice(0, 7)

/** Every monthly report that was sent; and the way to write the next. */
export const reportsRoute = createLazyRoute('/reports')({ component: ReportsPage })

function ReportsPage() {
  const { data, error } = useSentReports()
  const writes = useWritesReports()
  const { now } = useClock()
  useTitle(words.title)
  const present = londonDay(new Date(now).toISOString()).slice(0, 7)
  const last = monthBefore(present)
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {writes && data && !data.reports.some(({ month }) => month === last) && (
        <Link to="/reports/$month" params={{ month: last }} className="nhsuk-button">
          {words.write(words.monthName(last))}
        </Link>
      )}
      {writes && (
        <p>
          <Link to="/reports/$month" params={{ month: present }}>
            {words.soFar(words.monthName(present))}
          </Link>
        </p>
      )}
      {data?.reports.length === 0 && <p>{words.none}</p>}
      <ul className="nhsuk-list">
        {data?.reports.map(({ month }) => (
          <li key={month}>
            <Link to="/reports/$month" params={{ month }}>
              {words.of(words.monthName(month))}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
