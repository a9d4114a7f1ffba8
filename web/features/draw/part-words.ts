export const words = {
  title: 'The panel, and your part in its draw',
  public: 'How the panel is drawn, as everybody sees it',
  done: 'It is on the record.',
  missing: {
    title: 'Something is missing',
    reason: 'Enter your reason',
    numbers: 'Enter the numbers',
    secret: 'Enter the number that your practice contributed',
  },
  chances: 'Your chance',
  noChances: 'You have not been in a draw of this case.',
  chance: {
    draw: 'Draw',
    fair: 'Fair chance',
    listed: 'Of the numbered panels',
    why: 'Why',
    entry: 'Your entry in the pool',
    salt: 'Your salt, which shows that it is yours',
    drawn: 'Drawn',
    times: (times: number, panels: number) => `${times} of ${panels}`,
    yes: 'You were drawn.',
    no: 'You were not drawn.',
  },
  contribute: {
    title: 'Contribute a random number',
    what: 'The draw is decided by random numbers of several practices together. Yours is made here, in your browser. Only a fingerprint of it is sent, so nobody can know it before you reveal it. Nobody knows the result while one practice keeps its number secret, and nobody alone can choose it. If whoever reveals last and the company acted together, they could choose between two results by not revealing, so whoever does not reveal is named.',
    go: 'Make and contribute a number',
    keep: 'Keep this number until you are asked to reveal it',
    kept: 'It is kept in this browser as well.',
    standing: (commitment: string) =>
      `Your practice has contributed to the next draw. The fingerprint is ${commitment}.`,
  },
  reveal: {
    title: 'Reveal the number of your practice',
    what: 'The draw has been published, and its time has come. Whoever does not reveal is named, and the company’s number takes the place of theirs.',
    label: 'The number that your practice contributed',
    other: (promised: string) =>
      `This is not the number that your practice contributed to this draw, and it was not sent. The fingerprint of that one is ${promised}.`,
    go: 'Reveal it',
  },
  numbers: {
    title: 'Enter the public numbers',
    what: 'The draw is bound to these numbers. Copy them down from where they are published; their order does not matter. They count when two people have entered the same, each for themselves: the programme manager, the deputy or the approver.',
    first: 'Nobody else has entered them yet.',
    second: 'Somebody else has entered theirs. You see them once yours are the same.',
    different:
      'You and somebody else have entered different numbers. Both copies are on the record. Look again at what was published: whoever made the slip enters the numbers again.',
    done: 'You have entered the numbers. Somebody else has to enter them, too. If you made a slip, enter them again.',
    label: (count: number, lowest: number, highest: number) =>
      `${count} different numbers from ${lowest} to ${highest}, with spaces between them`,
    go: 'Enter the numbers',
  },
  impossible: {
    title: 'No panel is possible',
    what: 'With those who are eligible the panel cannot have everything that the rules ask. These are the smallest changes that would make one possible. A bar is never one of them.',
    choose: 'What gives way',
    reason: 'Why (this is on the record)',
    go: 'Let this give way',
    allows: 'A panel that it would allow',
    none: 'No change of a limit would help: more nominees are needed. Send the case back to nomination.',
    otherwise:
      'Or send the case back to nomination, to find more nominees. Practices of neighbouring localities that are in the register are asked then, too.',
  },
  procedure: {
    title: 'Decide how this case is decided',
    what: 'The bars leave too few people for a panel. You decide, with reasons.',
    how: 'How it is decided',
    ways: {
      'those who are eligible': 'By a panel of those who are eligible',
      'without a panel': 'Otherwise, without a panel: this ends the case here',
    },
    reasons: 'Your reasons (these are on the record)',
    go: 'Decide',
  },
}
