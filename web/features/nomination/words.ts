import type { Nominee } from '../../../domain/nomination/nomination.ts'

const status: Record<Nominee['status'], string> = {
  nominated: 'Has not answered yet',
  accepted: 'Accepted',
  declined: 'Declined',
}

export const words = {
  title: 'Nominations',
  closed: 'Nominations for this case have closed.',
  notYet: 'The practices are being invited. Check again in a minute.',
  soFar: (answered: number, invited: number, pool: number) =>
    `${answered} of ${invited} practices have answered. ${pool} ${pool === 1 ? 'nominee has' : 'nominees have'} accepted.`,
  practice: {
    title: 'Your practice',
    intro:
      'Nominate one or more of your people for the panel, or say that you will not. Members are drawn by lot, at most one from each practice. Nominating several people who are alike gives your practice no greater chance than nominating one. Nominating somebody of a kind that the panel needs, such as a practice manager, can.',
    nominees: 'Your nominees',
    columns: { person: 'Person', status: 'Answer', withdraw: 'Withdraw' },
    withdraw: (name: string) => `Withdraw ${name}`,
    withdrawOwn: 'Withdraw your own',
    withdrawn: 'The nomination was withdrawn.',
    who: 'Who do you want to nominate?',
    whoHint: 'Each of them is asked whether they accept.',
    nobody: 'Everybody in your practice has been nominated.',
    nominate: 'Nominate',
    nominated: (count: number) =>
      `${count === 1 ? 'The nomination was made.' : `${count} nominations were made.`} Whoever is nominated gets an email, and says here whether they accept.`,
    check: 'Check a person’s conflicts of interest first',
    decline: 'We will not nominate anybody',
    declineReason: 'Why?',
    declineReasonHint: 'It goes on the record of the case.',
    declineMissing: 'Say why your practice will not nominate',
    declineConfirm: 'Confirm that we will not nominate',
    declined: 'Your practice has said that it will not nominate. Thank you for answering.',
    hasDeclined:
      'Your practice has said that it will not nominate. You can still nominate somebody while nominations are open.',
  },
  nominee: {
    title: 'You have been nominated',
    intro:
      'If you accept, you may be drawn for the panel. You declare your interests before you see any papers. Nobody with a conflict is drawn.',
    standing: (until: string) =>
      `You are asked as a member of the panel for this area, which serves until ${until}. If you accept, and have no conflict in this case, you sit on its panel without a draw.`,
    declared: (when: string) =>
      `You declared your interests on ${when}. By accepting, you confirm that they are still correct.`,
    look: 'Check or change your interests',
    declare: 'Declare your interests first',
    declareWhy:
      'You have not declared your interests, or your declaration has expired. It takes a minute. Then come back here.',
    accept: 'Accept the nomination',
    accepted: 'You accepted. You will hear whether you were drawn.',
    decline: 'Decline the nomination',
    declineReason: 'Why? (optional)',
    declineConfirm: 'Decline',
    declined: 'You declined the nomination.',
    hasAccepted: 'You accepted your nomination. You will hear whether you were drawn.',
    hasDeclined: 'You declined your nomination.',
  },
  everybody: {
    title: 'Who has answered',
    columns: { practice: 'Practice', answer: 'Answer' },
    answers: {
      nominated: 'Has nominated',
      declined: 'Will not nominate',
      cannotAnswer: 'Nobody there can answer, because of conflicts of interest: it is not waited for',
      unanswered: 'Has not answered yet',
    },
    nominees: 'Nominees',
    nomineeColumns: { person: 'Person', practice: 'Practice', status: 'Answer' },
  },
  status,
  sending: 'One moment…',
  faults: {
    who: 'Choose at least one person',
  },
} as const
