import { useEffect } from 'react'
import { words } from './routes/words.ts'

/** What the tab and a screen reader call the page. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = page === words.service ? page : words.titled(page)
  }, [page])
}
