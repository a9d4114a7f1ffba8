import { useSyncExternalStore } from 'react'
import type { Autosave, PaperView } from './autosave.ts'

/** What is written on a paper, and whether it is saved, as it changes. */
export const usePaper = <Entry>(paper: Autosave<Entry>): PaperView<Entry> =>
  useSyncExternalStore(paper.subscribe, paper.view)

/** One entry of it: a component that shows only that entry does not render again with each key pressed in another. */
export const useEntry = <Entry>(paper: Autosave<Entry>, id: string) => ({
  entry: useSyncExternalStore(paper.subscribe, () => paper.view().entries[id]),
  clash: useSyncExternalStore(paper.subscribe, () => paper.view().clashes[id]),
})
