export const words = {
  choose: 'Choose one',
  continue: 'Continue',
  change: 'Change',
  sending: 'One moment…',
  success: 'Done',
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
