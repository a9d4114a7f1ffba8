import { headings } from '../../../domain/report/headings.ts'

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export const words = {
  title: 'Monthly reports',
  intro: 'What was decided, what is open and what is due, month by month.',
  none: 'No report has been sent yet.',
  write: (name: string) => `Write the report of ${name}`,
  of: (name: string) => `Report of ${name}`,
  monthName: (name: string) => month.format(new Date(`${name}-15T00:00:00Z`)),
  sections: headings,
  back: 'Back to the monthly reports',
  notSent: 'The report of this month has not been sent.',
  edit: {
    intro:
      'It was drafted from the record. Change what you like, keep it, then send it. What was sent does not change any more.',
    leftOut: (count: number) =>
      `This is what the record says, without ${count === 1 ? 'a case' : `${count} cases`} that you are excluded from. Whoever deputises for you edits and sends the report. You can read all of it once it is sent.`,
    keep: 'Keep it',
    kept: 'The report was kept.',
    send: 'Send it to the practices',
    sendSure: 'Send this report to everybody of the practices, and publish it?',
    sendWhat: 'It is sent as it was kept last, and cannot be changed afterwards.',
    yes: 'Yes, send it',
    no: 'Not yet',
    sending: 'One moment …',
    sent: (when: string) => `Sent ${when}.`,
    keepFirst: 'Keep the report before you send it.',
  },
  success: 'Done',
} as const
