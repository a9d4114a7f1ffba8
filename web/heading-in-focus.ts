import { type RefObject, useEffect, useRef } from 'react'

/**
 * The heading takes the focus when it comes to say something else: whoever does not see it hears it.
 * @param says what it says, or what that follows from
 */
export function useHeadingInFocus(says: unknown): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(says)
  useEffect(() => {
    if (before.current !== says) heading.current?.focus()
    before.current = says
  }, [says])
  return heading
}
