export const words = {
  hello: (name: string) => `Hello, ${name}`,
  waiting: 'What waits for you',
  nothing: 'Nothing waits for you at the moment.',
  caption: 'Cases that wait for you',
  columns: { title: 'Case', stage: 'Stage', what: 'What is asked', due: 'Due' },
  proposals: 'Your proposals',
  proposalsCaption: 'Proposals of yours or of your practice',
  proposalColumns: { title: 'Proposal', stage: 'Stage', status: 'How it stands' },
  board: 'See every case on the programme board',
} as const
