import { when } from '../../time.ts'

export const words = {
  title: 'The panel and how it is drawn',
  public: 'How the panel is drawn (public page)',
  done: 'It is on the record.',
  missing: {
    reason: 'Enter your reason',
    numbers: 'Enter the numbers',
    secret: 'Enter the number that your practice contributed',
  },
  chances: 'Your chance',
  noChances: 'You have not been in a draw for this case.',
  chance: {
    draw: 'Draw',
    fair: 'Fair chance',
    listed: 'On the numbered panels',
    why: 'Why',
    person: 'Your identifier',
    entry: 'Your entry in the pool',
    salt: 'Your salt, which shows that the entry is yours',
    drawn: 'Drawn',
    times: (times: number, panels: number) => `${times} of ${panels}`,
    yes: 'You were drawn.',
    no: 'You were not drawn.',
  },
  contribute: {
    title: 'Contribute a random number',
    next: 'Contribute a random number to the next draw',
    what: 'The draw is decided by random numbers from several practices together. Yours is made here, in your browser. Only a fingerprint of it is sent, so nobody can know it before you reveal it. Nobody knows the result while one practice keeps its number secret, and nobody can choose it alone. If the last practice to reveal and the company acted together, they could choose between two results by not revealing. That is why anyone who does not reveal is named.',
    go: 'Make and contribute a number',
    keep: 'Keep this number until you are asked to reveal it',
    kept: 'It is also kept in this browser.',
    standing: (commitment: string) =>
      `Your practice has contributed to the next draw. The fingerprint is ${commitment}.`,
  },
  reveal: {
    title: 'Reveal your practice’s number',
    notYet: (from: string) =>
      `Your practice contributed a random number to the draw. It is asked for after ${when(from)}. Until then, tell nobody what it is.`,
    what: 'The draw has been published, and its time has come. Anyone who does not reveal is named, and the company’s number takes the place of theirs.',
    label: 'The number that your practice contributed',
    other: (promised: string) =>
      `This is not the number that your practice contributed to this draw, and it was not sent. The right one has the fingerprint ${promised}.`,
    go: 'Reveal it',
  },
  numbers: {
    title: 'Enter the public numbers',
    what: 'The draw is bound to these numbers. Copy them from where they are published. Their order does not matter. They count once two people out of the programme manager, the deputy and the approver have each entered the same numbers, without seeing the other’s.',
    first: 'Nobody else has entered them yet.',
    second: 'Somebody else has entered theirs. You will see them once yours are the same.',
    different:
      'You and somebody else have entered different numbers. Both copies are on the record. Check what was published: whoever made the mistake must enter the numbers again.',
    done: 'You have entered the numbers. Somebody else must enter them too. If you made a mistake, enter them again.',
    label: (count: number, lowest: number, highest: number) =>
      `${count} different numbers from ${lowest} to ${highest}, with spaces between them`,
    go: 'Enter the numbers',
  },
  impossible: {
    title: 'No panel is possible',
    what: 'The people who are eligible cannot make up a panel that meets all the rules. These are the smallest changes that would make one possible. Lifting a bar is never one of them.',
    choose: 'What should change?',
    reason: 'Why? (this goes on the record)',
    go: 'Make this change',
    quorum: (quorum: number) =>
      `The quorum becomes smaller with the panel: ${quorum} ${quorum === 1 ? 'member' : 'members'} must vote for a vote to count.`,
    allows: 'A panel that it would allow',
    none: 'Changing a limit would not help: more nominees are needed. Send the case back to nomination.',
    unsolved: 'The draw could not be worked out',
    again:
      'Nothing was drawn. Pause the case and resume it to try again, for example after the service was given more time. Or send the case back to nomination, to change who is nominated.',
    otherwise:
      'Or send the case back to nomination, to find more nominees. Practices of neighbouring localities that are in the register are asked then, too.',
  },
  randomness: {
    title: 'Take the randomness from elsewhere',
    what: 'Too few practices contributed a random number in time. They can still do so. Or the draws of this case can take their randomness from a public source that nobody in the case makes: from drand, a public service on the internet, its first round after a day’s notice; or from public numbers, such as those of the National Lottery, which two people copy down. This cannot be undone. Nothing has been drawn yet, and nobody knows what the new source will give.',
    choose: 'Where should the randomness come from?',
    sources: {
      'drand-quicknet': 'drand, on the internet',
      'public-numbers': 'Public numbers',
    },
    reason: 'Why? (this goes on the record)',
    go: 'Take it from there',
  },
  giveUp: {
    title: 'Give up this draw, because its numbers were never published',
    what: 'The time for entering the public numbers has passed, and nobody has entered any. Check first whether they were published. If they were, have two people enter them. If they were not, for example because the draw of numbers was cancelled, you can give up this draw. Another is then prepared, which names later numbers. Anybody can check what was published, and the verifier of the record always points to a draw that was given up after its time.',
    reasons: 'How do you know that they were not published? (this goes on the record)',
    go: 'Give up this draw',
  },
  procedure: {
    title: 'Choose how this case is decided',
    what: 'The bars leave too few people for a panel. You decide, with reasons.',
    unsolved: 'The draw between all who are eligible could not be worked out. You can end the case here, with reasons.',
    how: 'How it is decided',
    ways: {
      'those who are eligible':
        'By a panel of those who are eligible: one from each practice, drawn where there are more than seats',
      'without a panel': 'Without a panel: this ends the case here',
    },
    reasons: 'Your reasons (these go on the record)',
    go: 'Record the decision',
  },
}
