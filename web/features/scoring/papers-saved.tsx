import { SaveLine } from '../autosave/save-line.tsx'
import { usePaper } from '../autosave/use-paper.ts'
import type { Papers } from './use-papers.ts'

/** Whether what was written of a tender, scores and notes, is saved; once its scores are submitted, whether the notes are. */
export function PapersSaved({ papers, submitted }: { papers: Papers; submitted: boolean }) {
  const [scores, notes] = [usePaper(papers.scores).state, usePaper(papers.notes).state]
  if (submitted && notes.kind === 'untouched') return null
  return <SaveLine states={submitted ? [notes] : [scores, notes]} />
}
