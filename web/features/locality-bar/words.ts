export const words = {
  label: 'One-machine locality',
  /** Read out before the time. */
  itIs: 'It is',
  forward: 'Forward:',
  steps: [
    { name: '1 hour', body: { hours: 1 } },
    { name: '1 day', body: { days: 1 } },
    { name: '1 week', body: { days: 7 } },
  ],
  toDeadline: 'Next deadline',
  moving: 'The clock is moving…',
  stopped: {
    title: 'The clock did not answer',
    detail:
      'The clock did not answer. Look whether “npm start” is still running, then load this page and see what time it is.',
    status: 0,
    code: 'Unreachable',
  },
  switchPerson: 'Switch person',
  outbox: 'Outbox',
} as const
