/** Said of what was left in a form that has gone. */
export const words = {
  title: 'What you typed was not sent',
  why: 'The form has closed: somebody has done this, or the case has moved on. Copy your words if you need them.',
  read: 'I have read it',
} as const
