import { useEffect, useSyncExternalStore } from 'react'
import type { Autosave, PaperView } from './autosave.ts'

/** What is written on a paper, and whether it is saved, as it changes. */
export const usePaper = <Entry>(paper: Autosave<Entry>): PaperView<Entry> =>
  useSyncExternalStore(paper.subscribe, paper.view)

/** One entry of it: a component that shows only that entry does not render again with each key pressed in another. */
export const useEntry = <Entry>(paper: Autosave<Entry>, id: string) => ({
  entry: useSyncExternalStore(paper.subscribe, () => paper.view().entries[id]),
  clash: useSyncExternalStore(paper.subscribe, () => paper.view().clashes[id]),
})

/**
 * While a page is open on which papers are written: they are saved when the connection is back and when the page is left; and whoever
 * closes the tab is asked first, if something would be lost with it.
 * @param papers the same ones as long as the page is open
 */
export function useSavedToTheLast(papers: readonly Pick<Autosave<unknown>, 'flush' | 'atRisk'>[]): void {
  useEffect(() => {
    const flush = () => {
      for (const paper of papers) void paper.flush()
    }
    const ask = (event: BeforeUnloadEvent) => {
      if (papers.some((paper) => paper.atRisk)) event.preventDefault()
    }
    window.addEventListener('online', flush)
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('online', flush)
      window.removeEventListener('beforeunload', ask)
      flush()
    }
  }, [papers])
}
