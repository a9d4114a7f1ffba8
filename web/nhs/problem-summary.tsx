import { ErrorSummary } from 'nhsuk-react-components'

interface ProblemSummaryProps {
  title: string
  /** What happened, why, and what to do. */
  detail: string
  /** Everything wrong, each with the field it belongs to where the page has one. */
  faults?: { detail: string; fieldId?: string | undefined }[]
}

export function ProblemSummary({ title, detail, faults = [] }: ProblemSummaryProps) {
  return (
    <ErrorSummary>
      <ErrorSummary.Title>{title}</ErrorSummary.Title>
      <p>{detail}</p>
      {faults.length > 0 && (
        <ErrorSummary.List>
          {faults.map((fault) => (
            <ErrorSummary.ListItem
              key={`${fault.fieldId} ${fault.detail}`}
              {...(fault.fieldId && { href: `#${fault.fieldId}` })}
            >
              {fault.detail}
            </ErrorSummary.ListItem>
          ))}
        </ErrorSummary.List>
      )}
    </ErrorSummary>
  )
}
