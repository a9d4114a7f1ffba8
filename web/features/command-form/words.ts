export const words = {
  choose: 'Choose one',
  continue: 'Continue',
  change: 'Change',
  sending: 'One moment…',
  success: 'Done',
  faults: {
    title: 'There is a problem',
    detail: 'Nothing was changed. Correct the problems listed, then continue.',
  },
} as const
