import { useSyncExternalStore } from 'react'
import type { Autosave, PaperView } from './autosave.ts'

/** What is written on a paper, and whether it is saved, as it changes. */
export const usePaper = <Entry>(paper: Autosave<Entry>): PaperView<Entry> =>
  useSyncExternalStore(paper.subscribe, paper.view)
