export const words = {
  title: 'Closed and awarded cases',
  intro:
    'Download the disclosure pack of a case: every score with its reasons, what was agreed and why, conflicts and how they were handled, notices, letters, certificates and the audit trail.',
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
  check: {
    title: 'Check a file',
    intro:
      'Check that nothing in a copy was changed, removed, added or put in another order. The check runs in your browser. The file is not sent anywhere.',
    missing: {
      file: 'Choose the file to check',
      head: 'Enter the fingerprint as it is quoted: 64 letters and numbers, with or without the number of the event before it',
    },
    file: 'Your copy',
    fileHint:
      'A disclosure pack (a file that ends in .zip), a record of a case or of the register of interests, or the certificate of a draw (files that end in .json).',
    chosen: (name: string) => `Chosen: ${name}`,
    head: 'Fingerprint of the record, if somebody kept one (optional)',
    headHint:
      'Receipts, letters and monthly reports quote one. It proves that the record was not cut short or rewritten as a whole since then.',
    register: 'Record of the register of interests (optional)',
    registerHint:
      'For a pack, or the record of a case. Who had a conflict of interest is then worked out again from what the register said at the time. You can download it from the register of interests.',
    go: 'Check this file',
    progress: (parts: number, of: number) => `Made again from the record: ${parts} of ${of} parts.`,
    failed: {
      title: 'The file could not be checked',
      detail:
        'The part of this page that checks it did not load, or stopped. Nothing was changed. Load the page again, then try again.',
    },
    intact: 'Checked',
    is: {
      pack: (name: string) => `${name} is complete and unchanged`,
      record: (name: string) => `${name} is complete and unchanged`,
      register: (name: string) => `${name} is complete and unchanged`,
      draw: (name: string) => `${name}: the draw is correct`,
    },
    none: (name: string) => `${name} cannot be checked`,
    noneDetail: (why: string) => `We looked into it: ${why}.`,
    events: (events: number) =>
      `${events} events are recorded. Each holds the fingerprint of the one before it, and all of them fit.`,
    erased: (erased: number[]) => `What was said was erased, on the record, of event ${erased.join(', ')}.`,
    unchecked: (events: string[]) =>
      `Because of that, these events were not checked against what came before them: ${events.join(', ')}.`,
    held: 'The fingerprint that you entered is one of this record.',
    notHeld:
      'You entered no fingerprint. So this shows that the file agrees with itself, but not that the whole record was not rewritten. Enter one from a receipt, a letter or a report to rule that out.',
    last: 'Fingerprint of the last event:',
    notIntact: (name: string) => `${name} is not what it should be`,
    notIntactDetail: (count: number) =>
      `${count === 1 ? 'One thing is wrong.' : `${count} things are wrong.`} Each line says where: the number of an event and what the file calls it, or the name of a file. Download the file again and check that copy first. If the same is wrong with it, keep both copies, and ask whoever gave you the file.`,
    how: {
      title: 'How it is checked, and how to check without this website',
      lines: [
        'A fingerprint (SHA-256) is 64 letters and numbers worked out from a file or an event. If anything in it changes, so does the fingerprint.',
        'The events of a record must follow from one another: who did each of them, when, and whether what came before allowed it.',
        'The list of files in a pack holds the fingerprint of each file. The record holds the fingerprint of each event. Then every page, PDF and table of the pack is made again from the record, and compared letter by letter, so that a file that was changed together with its fingerprint is found too.',
        'The check is part of the published source code. Anybody with a copy of it can run the same check on a computer without a connection: npm run verify -- FILE --head FINGERPRINT --register FILE',
      ],
    },
  },
} as const
