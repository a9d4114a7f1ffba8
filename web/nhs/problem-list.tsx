import { ErrorSummary } from 'nhsuk-react-components'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'

interface ProblemListProps {
  title: string
  /** What happened, why, and what to do. */
  detail: string
  /** List items with a link each. */
  children?: ReactNode
}

/** Everything wrong, each with the way to where it is put right. */
export function ProblemList({ title, detail, children }: ProblemListProps) {
  const place = useRef<HTMLDivElement>(null)
  useFocusOnFaults(place)
  return (
    <ErrorSummary ref={place} tabIndex={-1} disableAutoFocus>
      <ErrorSummary.Title>{title}</ErrorSummary.Title>
      <p>{detail}</p>
      {children !== undefined && <ul className="nhsuk-list nhsuk-error-summary__list">{children}</ul>}
    </ErrorSummary>
  )
}

/**
 * It takes the focus when it comes and, where it stays because something is still wrong, each time that the form is sent. The library would
 * take it once its own script has been fetched, which may be when somebody is typing again.
 */
function useFocusOnFaults(place: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const form = place.current?.closest('form')
    const focus = () => place.current?.focus()
    const sentAgain = () => requestAnimationFrame(focus)
    focus()
    form?.addEventListener('submit', sentAgain)
    return () => form?.removeEventListener('submit', sentAgain)
  }, [place])
}
