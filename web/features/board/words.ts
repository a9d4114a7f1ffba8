export const words = {
  title: 'Programme board',
  intro: 'Every case, with what is due first at the top. This page keeps itself up to date.',
  caption: 'Cases on the board',
  columns: {
    title: 'Case',
    stage: 'Stage',
    due: 'Due',
    waitsFor: 'Waits for',
    since: 'Since',
    next: 'What happens then',
  },
  stageFilter: 'Show the stage',
  allStages: 'All stages',
  empty: {
    all: 'There are no cases yet. A case appears here as soon as a proposal is submitted.',
    stage: 'No case is at this stage. Choose another stage, or all stages.',
    page: 'There are no more cases.',
  },
  pages: 'Pages of the board',
  first: 'First page',
  next: 'Next page',
  asked: (who: string, what: string) => (who === 'nobody' ? `${who}: ${what}` : `${who} to ${what}`),
  substitution: (asked: string, due: string, escalated: boolean) =>
    `Beside it, a vacant seat of the panel: ${asked}, ${due}${escalated ? ' (escalated)' : ''}.`,
  flags: (count: number) => `${count} to rule on`,
  flagsDue: (date: string) => `The programme manager to rule on flagged interests by ${date}.`,
  moving: 'The workflow is at work; nobody is waited for.',
  paused: 'Nobody until it is resumed',
  ended: (outcome: string) => `The case has ended: ${outcome}.`,
  ago: (length: string) => `(${length} ago)`,
  late: (length: string) => `${length} late`,
  left: (length: string) => `in ${length}`,
  notYours: {
    title: 'You do not have the programme board',
    detail:
      'The board is for the programme manager, the approvers and the auditor. Your own cases are on the home page.',
  },
} as const
