export const words = {
  title: 'Your declaration about the organisations that tendered',
  intro:
    'The tenders have been opened. Before you can read them, say whether you have an interest in any organisation they name: you own it, run it, work for it, are paid by it or had a gift from it, or somebody in your family or in business with you does or did.',
  first: 'You cannot read or score a tender until you have declared.',
  introToDecide:
    'The tenders have been opened. Before you decide on them, say whether you have an interest in any organisation they name: you own it, run it, work for it, are paid by it or had a gift from it, or somebody in your family or in business with you does or did.',
  named: 'Organisations the tenders name',
  partners: (names: string[]) => `with ${names.join('; ')}`,
  as: { partner: 'partner', subcontractor: 'subcontractor' },
  before: 'What you have declared so far',
  beforeNothing: 'Nothing.',
  beforeWhat: 'This stays declared. If it is no longer correct, change it under',
  interests: 'My interests',
  adds: 'What you are adding',
  nothing: 'I have no interest in any of them',
  declare: 'Declare these interests',
  consequence:
    'Your interests are checked at once. If a rule bars you, you leave this panel and can no longer see this case. If an interest needs a ruling, the programme manager makes it before scoring begins.',
  consequenceToDecide:
    'Your interests are checked at once. If a rule bars you, you can no longer see this case, and somebody else decides. If an interest needs a ruling, you can decide once there is one.',
  done: 'You have declared. Thank you.',
  declared: (when: string) => `You declared on ${when}. If something has changed since, declare it under`,
  goOn: {
    scoring: 'Read and score the tenders',
    decision: 'Confirm or reject what the panel decided',
    compliance: 'Rule on what was found wrong with a tender',
  },
} as const
