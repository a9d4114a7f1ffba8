export const words = {
  title: 'Closed and awarded cases',
  intro:
    'Download the disclosure pack of a case: every score with its rationale, what was agreed and why, conflicts and how they were handled, notices, letters, certificates and the audit trail.',
  verify:
    'Verify it on any machine, offline: npm run verify -- pack.zip. It names every file that was changed, removed or added. Add --head SEQUENCE:HASH with the head quoted in a receipt, a letter or a monthly report.',
  none: 'No case has been awarded or closed yet.',
  caption: 'Cases that can be audited',
  columns: { title: 'Case', outcome: 'Outcome', pack: 'Disclosure pack', record: 'Record' },
  pack: 'Download the pack',
  record: 'Download the record',
  more: 'Older cases',
  newest: 'Newest cases',
  pages: 'Pages of cases',
  notYours: {
    title: 'You cannot see this page',
    detail:
      'It is for auditors and the programme manager. If you think you should have access, ask the programme manager.',
  },
} as const
