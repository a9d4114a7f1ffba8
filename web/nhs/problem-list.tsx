import { ErrorSummary } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

/** Everything wrong that is put right on other pages: list items with a link each. */
export function ProblemList({ title, detail, children }: { title: string; detail: string; children: ReactNode }) {
  return (
    <ErrorSummary>
      <ErrorSummary.Title>{title}</ErrorSummary.Title>
      <p>{detail}</p>
      <ul className="nhsuk-list nhsuk-error-summary__list">{children}</ul>
    </ErrorSummary>
  )
}
