export const words = {
  title: 'Closed and awarded cases',
  intro:
    'Take the disclosure pack of a case: every score with its rationale, what was agreed and why, conflicts and their handling, notices, letters, certificates and the audit trail.',
  verify:
    'Verify it on any machine, offline: npm run verify -- pack.zip. It names every file that was changed, taken away or put in. Add --head SEQUENCE:HASH with the head that a receipt, a letter or a monthly report quotes.',
  none: 'No case has been awarded or closed yet.',
  caption: 'Cases that can be audited',
  columns: { title: 'Case', outcome: 'Outcome', pack: 'Disclosure pack', record: 'Record' },
  pack: 'Take the pack',
  record: 'Take the record',
  more: 'Older cases',
  newest: 'The newest',
  pages: 'Pages of cases',
  notYours: {
    title: 'This page is the auditor’s',
    detail: 'It is for auditors and the programme manager. If you should have it, ask the programme manager.',
  },
} as const
