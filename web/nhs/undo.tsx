import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ActionButton } from './action-button.tsx'

interface Undoable {
  /** What was taken away, in a sentence. */
  said: string
  undo(): void
}

/**
 * What was taken away can be brought back, as long as the page stays and nothing else is taken away.
 * @returns how to offer it, and where the offer shows: it takes the focus, which was on what is gone
 */
export function useUndo(): [offer: (undoable: Undoable) => void, shown: ReactNode] {
  const [last, setLast] = useState<Undoable>()
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (last) place.current?.focus()
  }, [last])
  const shown = last && (
    <div className="nhsuk-inset-text">
      <p ref={place} tabIndex={-1} role="status">
        {last.said}
      </p>
      <ActionButton
        kind="secondary"
        small
        onClick={() => {
          last.undo()
          setLast(undefined)
        }}
      >
        Undo
      </ActionButton>
    </div>
  )
  return [setLast, shown]
}
