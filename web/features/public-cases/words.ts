export const words = {
  title: 'Redesign Panels',
  what: [
    'GP practices and others propose how a local health service could be redesigned. For each proposal, a panel of practice representatives is drawn by lot. It writes what the service must do, judges the tenders and chooses the provider.',
    'The commissioning company organises the panels but never votes. Anybody can check how a panel was drawn and how it decided.',
  ],
  cases: 'Cases',
  caption: 'Cases that have been accepted, newest first',
  columns: { title: 'Case', stage: 'Stage', status: 'Status', draw: 'Panel', record: 'Decision' },
  draw: 'How the panel is drawn',
  empty: 'No proposal has been accepted yet.',
  older: 'Older cases',
  newest: 'Newest cases',
  pages: 'Pages of the cases',
  record: 'Decision record',
  notice: 'Notice of the intended award',
  awarded: 'Awarded, and being followed up',
  ended: (outcome: string, on: string) => `Ended ${on}: ${outcome}`,
} as const
