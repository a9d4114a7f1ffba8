export const words = {
  seat: {
    title: 'You have been drawn for this panel',
    intro:
      'Accept or decline your seat. If you decline, a substitute is drawn for it. The panel appraises the proposal, writes the specification, scores the tenders and votes. It takes some hours over a few months.',
    accept: 'Accept the seat',
    accepted: 'You accepted your seat on the panel. Thank you.',
    decline: 'Decline the seat',
    declineReason: 'Why? (optional)',
    declineReasonHint: 'It goes on the record of the case.',
    declineConfirm: 'Decline the seat',
    declined: 'You declined the seat. It goes to a substitute.',
  },
  leave: {
    title: 'Your seat',
    intro:
      'You sit on this panel. You can leave it until scoring begins, if you give a reason. A substitute is then drawn for your seat.',
    decline: 'I need to leave this panel',
    declineReason: 'Why are you leaving the panel?',
    declineReasonHint: 'It goes on the record of the case.',
    declineConfirm: 'Leave the panel',
    declined: 'You have left the panel. A substitute will be drawn for your seat.',
  },
  chair: {
    title: 'Choose the chair',
    intro: 'The chair puts versions to the vote and records what the panel agrees. Every member has one vote.',
    round: (round: number) =>
      round === 1 ? '' : 'The first round was a tie. This is the second round, between those who tied for first place.',
    voted: (voted: number) => `${voted} ${voted === 1 ? 'member has' : 'members have'} voted so far.`,
    who: 'Who should chair the panel?',
    vote: 'Vote',
    done: 'Your vote was recorded. Votes are counted when all members have voted, or at the deadline.',
    yours: (name: string) => `You voted for ${name}.`,
    missing: 'Choose a member',
  },
  members: 'Members of the panel',
  standing: ({ area, until, drawnHere }: { area: string; until: string; drawnHere: boolean }) =>
    drawnHere
      ? `This panel was drawn for the area ${area}. It serves the area’s cases that begin on or before ${until}.`
      : `These people sit on this panel because they were drawn for the area ${area}, whose cases they serve until ${until}. Their conflicts were checked for this case. Any vacant seats were drawn for this case alone.`,
  standingPanels: 'Panels for areas',
  chairOf: 'chair',
  sending: 'One moment…',
} as const
