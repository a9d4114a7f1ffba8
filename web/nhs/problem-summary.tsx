import { ErrorSummary } from 'nhsuk-react-components'
import { ProblemList } from './problem-list.tsx'

interface ProblemSummaryProps {
  title: string
  detail: string
  /** Everything wrong, each with the field it belongs to where the page has one. */
  faults?: { detail: string; fieldId?: string | undefined }[]
}

export function ProblemSummary({ title, detail, faults = [] }: ProblemSummaryProps) {
  const items = faults.map((fault) => (
    <ErrorSummary.ListItem
      key={`${fault.fieldId} ${fault.detail}`}
      {...(fault.fieldId && { href: `#${fault.fieldId}` })}
    >
      {fault.detail}
    </ErrorSummary.ListItem>
  ))
  return (
    <ProblemList title={title} detail={detail}>
      {items.length > 0 ? items : undefined}
    </ProblemList>
  )
}
