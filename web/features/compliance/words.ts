export const words = {
  title: 'Compliance',
  intro:
    'The opening checks every tender without judging. What it found wrong is ruled on by people, with reasons. One person can let a tender pass; to exclude it takes two, of whom one sits on the panel.',
  none: 'The opening found nothing wrong with any tender.',
  must: 'What is required',
  found: 'What was found',
  first: 'First ruling',
  second: 'Second ruling',
  ruling: (verdict: 'pass' | 'fail', by: string, reasons: string) =>
    `${verdict === 'pass' ? 'Passes' : 'Fails'}, says ${by}: ${reasons}`,
  outcomes: { pass: 'Passes', fail: 'Excluded', open: 'Open', half: 'Waits for a second person' },
  verdict: 'Your ruling',
  verdicts: { pass: 'It passes', fail: 'It fails: the tender is excluded' },
  mustFail: 'This cannot pass: without it there is nothing to score, or no price to open.',
  reasons: 'Your reasons',
  reasonsHint: 'They stand on the record, and the bidder is told them.',
  confirm: 'Record the ruling',
  recording: 'One moment …',
  yours: 'You have ruled on this. Somebody else has to agree.',
} as const
