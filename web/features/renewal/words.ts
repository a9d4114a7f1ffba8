export const words = {
  title: 'Your declaration about those who tendered',
  intro:
    'The tenders have been opened. Before you can read the first one, say whether you have an interest in anybody whom they name: you own it, run it, work for it, are paid by it or had a gift from it, or somebody in your family or in business with you does.',
  due: (when: string) =>
    `Declare by the ${when}. Whoever has not declared reads no tender, and scores none before they do.`,
  named: 'Whom the tenders name',
  partners: (names: string[]) => `with ${names.join('; ')}`,
  as: { partner: 'partner', subcontractor: 'subcontractor' },
  before: 'What you declared so far',
  beforeNothing: 'Nothing.',
  beforeWhat: 'This stays declared. If it is no longer right, change it under',
  interests: 'My interests',
  adds: 'What you add',
  nothing: 'I have no interest in any of them',
  declare: 'Declare these interests',
  sending: 'One moment …',
  consequence:
    'You are checked at once. If a rule bars you, you leave this panel and can no longer see this case. If a person has to judge it, the programme manager does so before the scoring begins.',
  done: 'You have declared. Thank you.',
  declared: (when: string) => `You declared on ${when}. If something has changed since, declare it under`,
  read: 'Read and score the tenders',
} as const
