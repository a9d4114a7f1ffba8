import { useEffect } from 'react'
import { words } from './routes/words.ts'

/** What the tab and a screen reader call the page. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = words.titled(page)
  }, [page])
}
