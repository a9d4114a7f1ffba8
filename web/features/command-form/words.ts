export const words = {
  choose: 'Choose one',
  sending: 'One moment …',
  success: 'Done',
  faults: {
    title: 'There is a problem',
    detail: 'Nothing was changed. Correct what is listed, then go on.',
  },
} as const
