import type { SaveState } from './autosave.ts'

/** Everything that the scoring page says. */
export const words = {
  title: 'Score the tenders',
  back: 'Back to the case',
  intro: 'Nobody sees your scores before everybody’s are in. What you write is saved as you write it.',
  due: (when: string) => `Submit every tender by ${when}.`,
  progress: (submitted: number, tenders: number) =>
    `${submitted} of ${tenders} ${tenders === 1 ? 'tender' : 'tenders'} submitted`,
  closed: {
    title: 'Scoring has closed',
    body: 'What you submitted stands as it is. The panel goes on with moderation.',
    moderation: 'Go to moderation',
  },
  nothing: 'There is no tender to score.',
  tenders: 'Tenders',
  tab: (scored: number, criteria: number) => `${scored} of ${criteria} scored`,
  submittedTab: 'Submitted',
  keys: {
    title: 'Keys',
    list: [
      ['0 to 5', 'on a score: choose it'],
      ['Enter', 'on a score: write your reasons'],
      ['Ctrl + Enter', 'next criterion'],
      ['Alt + ↓ and Alt + ↑', 'next and previous criterion'],
      ['Alt + Shift + ↓ and ↑', 'next and previous tender'],
    ],
  },
  criterion: (number: number, of: number) => `Criterion ${number} of ${of}`,
  weight: (weight: string) => `Weight ${weight} of 100`,
  minimum: (minimum: number) => `A tender below ${minimum} has no place.`,
  guidance: 'What is looked for',
  answer: 'Their answer',
  reading: 'Reading the tender …',
  noAnswer: 'The tender has no answer to this.',
  confidential: 'Marked by the bidder as confidential',
  documents: 'Documents that came with this tender',
  score: 'Your score',
  rationale: 'Your reasons',
  rationaleHint: 'They are sent to the bidder without your name, and never change once submitted.',
  notes: 'Private note',
  notesHint: 'Only you ever read it.',
  page: 'Page it is about',
  given: (score: number) => `You gave ${score}`,
  clash: {
    title: 'You changed this in another tab or on another device too',
    here: 'Written here',
    elsewhere: 'Saved elsewhere',
    keepHere: 'Keep what is written here',
    keepElsewhere: 'Keep what was saved elsewhere',
    nothing: 'Nothing',
  },
  submit: {
    title: (tender: string) => `Submit your scores of ${tender}`,
    missing: 'Before you can submit',
    missingScore: (title: string) => `Score “${title}”`,
    missingReasons: (title: string) => `Give your reasons for the score on “${title}”`,
    clash: (title: string) => `Choose what stands on “${title}”`,
    check: 'Check and submit',
    checkTitle: (tender: string) => `Submit these scores of ${tender}?`,
    warning: 'Once submitted, neither a score nor its reasons can ever change.',
    confirm: 'Submit, for good',
    confirming: 'Submitting …',
    change: 'Go back and change',
    done: (tender: string) => `Your scores of ${tender} are submitted`,
    doneTitle: 'Done',
    next: 'Go to the next tender',
    submittedAt: (when: string) => `You submitted these scores on ${when}. They never change.`,
  },
  state: (state: SaveState, timeOf: (instant: string) => string): string => {
    switch (state.kind) {
      case 'untouched':
        return 'Nothing written yet'
      case 'saving':
        return 'Saving …'
      case 'saved':
        return `Saved at ${timeOf(state.at)}`
      case 'refused':
        return `Not saved: ${state.detail} It is kept on this device.`
      case 'unsaved':
        return {
          'no connection': 'Not saved: no connection — kept on this device',
          'signed out': 'Not saved: your sign-in has ended — kept on this device',
          trouble: 'Not saved: the service is not answering — kept on this device',
        }[state.because]
    }
  },
  signIn: 'Sign in again to save it',
}
