import { ErrorSummary } from 'nhsuk-react-components'
import { type RefObject, useEffect, useRef } from 'react'

interface ProblemSummaryProps {
  title: string
  /** What happened, why, and what to do. */
  detail: string
  /** Everything wrong, each with the field it belongs to where the page has one. */
  faults?: { detail: string; fieldId?: string | undefined }[]
}

export function ProblemSummary({ title, detail, faults = [] }: ProblemSummaryProps) {
  const place = useRef<HTMLDivElement>(null)
  useFocusWhenSentAgain(place)
  return (
    <ErrorSummary ref={place} tabIndex={-1}>
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

/** It takes the focus when it comes; where it stays, because something is still wrong, it takes it again. */
function useFocusWhenSentAgain(place: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const form = place.current?.closest('form')
    const focus = () => requestAnimationFrame(() => place.current?.focus())
    form?.addEventListener('submit', focus)
    return () => form?.removeEventListener('submit', focus)
  }, [place])
}
