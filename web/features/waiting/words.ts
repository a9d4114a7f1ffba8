const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Whose it is, of what waits: their own, or that of everybody with the same part. */
const whose: Record<'person' | 'practice' | 'provider' | 'programme-manager' | 'approver', string> = {
  person: 'For you',
  practice: 'For anybody at your practice',
  provider: 'For anybody in your organisation',
  'programme-manager': 'For the programme manager or the deputy',
  approver: 'For any approver',
}

export const words = {
  whose,
  standIn: {
    deputy: (names: string[]) =>
      `You stand in for ${names.length > 0 ? list.format(names) : 'the programme manager'}. What is waiting for the programme manager is listed here for you too. Whichever of you does it first, it is done for both.`,
    manager: (names: string[]) =>
      names.length > 0
        ? `${list.format(names)} stands in for you, and sees what is waiting for the programme manager too. Whichever of you does it first, it is done for both.`
        : undefined,
    practice: (names: string[]) =>
      names.length > 0
        ? `You and your colleagues stand in for each other: ${list.format(names)} can also do what is asked of your practice. Whoever does it first, it is done.`
        : 'Nobody else at your practice can sign in and stand in for you. Ask the programme manager to add a colleague.',
    provider:
      'Any colleague who can sign in for your organisation can do what is asked of it. Whoever does it first, it is done.',
    approver: 'Any approver can do what is asked of the approver. Whoever does it first, it is done.',
  },
  hello: (name: string) => `Hello, ${name}`,
  waiting: 'Waiting for you',
  nothing: 'Nothing is waiting for you at the moment.',
  caption: 'Cases waiting for you',
  more: (shown: number) => `Only the first ${shown} are shown here. More appear as these are done.`,
  board: 'See all cases on the board',
  columns: { what: 'What you are asked to do', title: 'Case', stage: 'Stage', due: 'Due' },
  proposals: 'Your proposals',
  proposalsCaption: 'Proposals from you or your practice',
  returned: 'Returned to you, to correct',
  proposalColumns: { title: 'Proposal', stage: 'Stage', status: 'Status' },
  panels: 'Panels you sit on',
  panelsCaption: 'Cases whose panel you sit on, or are invited to join',
  panelColumns: { title: 'Case', stage: 'Stage', status: 'Status' },
  openTenders: 'See the tenders that are open',
  audit: 'Download disclosure packs and records, and check them',
  tenders: 'Your organisation’s tenders',
  tendersCaption: 'Cases that your organisation has tendered for',
  tenderStatus: {
    open: (deadline: string) => `Submitted. You can replace or withdraw it until ${deadline}.`,
    evaluated: 'With the panel. You will be told the outcome by email.',
    ended: (outcome: string | undefined) => (outcome === undefined ? 'Ended' : `The case ended: ${outcome}`),
    letter: 'Read the outcome and your letter',
  },
  tenderColumns: { title: 'Tender', stage: 'Stage', status: 'Status' },
} as const
