import { headings } from '../../../domain/report/headings.ts'

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export const words = {
  title: 'Monthly reports',
  intro: 'What was decided, what is open and what is due, month by month.',
  none: 'No report has been sent yet.',
  soFar: (name: string) => `Read the report for ${name} so far`,
  write: (name: string) => `Write the report for ${name}`,
  of: (name: string) => `Report for ${name}`,
  monthName: (name: string) => month.format(new Date(`${name}-15T00:00:00Z`)),
  sections: headings,
  back: 'Back to the monthly reports',
  notSent: 'The report for this month has not been sent.',
  edit: {
    intro:
      'This was drafted from the record. Change what you like, then send it. It is saved as you write. You cannot change it once it is sent.',
    soFar: (name: string) =>
      `${name} is not over. This is what the record says so far. Write and send the report once the month is over: what happens until then belongs in it.`,
    leftOut: (count: number) =>
      `This is what the record says, without ${count === 1 ? 'a case' : `${count} cases`} that you are excluded from. The person who deputises for you edits and sends the report. You can read all of it once it is sent.`,
    send: 'Send it to the practices',
    sendSure: 'Send this report to everybody in the practices, and publish it?',
    sendWhat: 'What you see on this page is sent, and cannot be changed afterwards.',
    isSent: 'The report was sent to the practices and published.',
    notSent: 'The report was not sent',
    notSaved:
      'What you see on this page is not what is saved: your last words are not saved yet, or somebody else changed the report too. Check it, choose where there are two versions, then send it.',
    yes: 'Yes, send it',
    no: 'Not yet',
    sending: 'One moment…',
    sent: (when: string) => `Sent ${when}.`,
  },
} as const
