export const words = {
  choose: 'Choose one',
  continue: 'Continue',
  change: 'Change',
  sending: 'One moment…',
  success: 'Done',
  left: {
    title: 'The form has closed, and what you typed was not sent',
    why: 'Somebody has done what it asked for, perhaps you in another tab, or the case has moved on. Copy your words if you need them elsewhere.',
    read: 'I have read it',
  },
  noDate: 'Enter a real date, such as 27 3 2027',
  faults: {
    title: 'There is a problem',
    detail: 'Nothing was changed. Correct the problems listed, then continue.',
  },
  /** Who was there when the panel agreed on something: how many must have been. */
  mustTakePart: (quorum: number | undefined) =>
    quorum === undefined
      ? undefined
      : quorum === 1
        ? 'You must have taken part.'
        : `At least ${quorum} members must have taken part, you among them.`,
} as const
