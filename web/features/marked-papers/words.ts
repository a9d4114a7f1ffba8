import type { ObserverPaper } from '../../../domain/marked-paper/marked-paper.ts'

const papers: Record<ObserverPaper, string> = {
  appraisal: 'What the panel found about the proposal',
  specification: 'The specification that the panel approved',
}

export const words = {
  title: 'Papers for observers',
  papers,
  toMark:
    'Patient representatives and other observers read where a case stands, and what is public. You can also give them papers that the panel has finished: what it found about the proposal, and the specification that it approved. Observers never see a tender, a score or a vote.',
  toRead: 'These papers of the panel are marked for you to read. Nothing is asked of you.',
  none: 'No paper is marked for observers at the moment.',
  nothingFinished: 'The panel has not finished a paper yet, so there is nothing to mark.',
  since: (when: string, reason: string) => `Marked for observers ${when}: ${reason}`,
  version: (number: number) => `This is version ${number}.`,
  mark: {
    open: (paper: string) => `Let observers read it: ${paper.toLowerCase()}`,
    effect:
      'Every observer who has no conflict of interest in this case can then read it here. They find it on their home page. If the panel takes it up again, it is hidden until you mark what comes of it.',
    reason: 'Why can observers read it?',
    hint: 'Observers and everyone who can see this case can read this. It goes on the record.',
    missing: 'Say why observers can read it',
    confirm: 'Let observers read it',
    done: 'Observers can now read it.',
  },
  unmark: {
    open: (paper: string) => `Hide it from observers again: ${paper.toLowerCase()}`,
    effect: 'It goes from their pages at once. Some observers may have read it already.',
    reason: 'Why do you hide it again?',
    hint: 'Everyone who can see this case can read this. It goes on the record.',
    missing: 'Say why you hide it again',
    confirm: 'Hide it from observers',
    done: 'Observers can no longer read it.',
  },
  home: {
    title: 'Papers for you to read',
    caption: 'Cases with papers that are marked for observers',
    columns: { title: 'Case', papers: 'What you can read', since: 'Since' },
  },
} as const
