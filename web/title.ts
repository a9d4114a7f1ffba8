import { type RefObject, useEffect, useRef } from 'react'
import { words } from './routes/words.ts'

/**
 * What the tab and a screen reader call the page.
 * @param of the case that it is a part of, once it is known: the same part of two cases can be told apart
 */
export function useTitle(page: string, of?: string): void {
  useEffect(() => {
    document.title =
      page === words.service
        ? page
        : words.titled(of === undefined ? page : page.endsWith('?') ? `${page} ${of}` : `${page}: ${of}`)
  }, [page, of])
}

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
