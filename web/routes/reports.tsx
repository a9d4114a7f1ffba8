import { createLazyRoute, Link } from '@tanstack/react-router'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { useSentReports, useWritesReports } from '../features/report/use-reports.ts'
import { words } from '../features/report/words.ts'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'

/** Every monthly report that was sent; and the way to write the next. */
export const reportsRoute = createLazyRoute('/reports')({ component: ReportsPage })

function ReportsPage() {
  const { data, error } = useSentReports()
  const writes = useWritesReports()
  const { now } = useClock()
  useTitle(words.title)
  const present = new Date(now).toISOString().slice(0, 7)
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {writes && !data?.reports.some(({ month }) => month === present) && (
        <Link to="/reports/$month" params={{ month: present }} className="nhsuk-button">
          {words.write(words.monthName(present))}
        </Link>
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
