import { SaveLine } from '../autosave/save-line.tsx'
import { usePaper } from '../autosave/use-paper.ts'
import type { Papers } from './use-papers.ts'

/** Whether what was written of a tender, scores and notes, is saved. */
export function PapersSaved({ papers }: { papers: Papers }) {
  return <SaveLine states={[usePaper(papers.scores).state, usePaper(papers.notes).state]} />
}
