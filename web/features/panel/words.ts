export const words = {
  seat: {
    title: 'You have been drawn for this panel',
    intro:
      'Accept your seat, or decline it: then it goes to a substitute, who is drawn. A panel appraises the proposal, writes the specification, scores the tenders and votes; it takes some hours over a few months.',
    accept: 'Accept the seat',
    accepted: 'You accepted your seat on the panel. Thank you.',
    decline: 'Decline the seat',
    declineReason: 'Why? (optional)',
    declineReasonHint: 'It stands on the record of the case.',
    declineConfirm: 'Decline the seat',
    declined: 'You declined the seat. It goes to a substitute.',
  },
  leave: {
    title: 'Your seat',
    intro:
      'You sit on this panel. Until the scoring begins you can leave it, with a reason: then a substitute is drawn for your seat.',
    decline: 'I have to leave this panel',
    declineReason: 'Why do you leave the panel?',
    declineReasonHint: 'It stands on the record of the case.',
    declineConfirm: 'Leave the panel',
    declined: 'You have left the panel. A substitute is drawn for your seat.',
  },
  chair: {
    title: 'Choose the chair',
    intro: 'The chair puts versions to the vote and records what the panel agrees. Every member has one vote.',
    round: (round: number) =>
      round === 1 ? '' : 'The first round was a tie: this is the second, between those who led.',
    voted: (voted: number) => `${voted} ${voted === 1 ? 'member has' : 'members have'} voted so far.`,
    who: 'Who should chair the panel?',
    vote: 'Vote',
    done: 'Your vote was counted.',
    yours: (name: string) => `You voted for ${name}.`,
    missing: 'Choose a member',
  },
  members: 'The members',
  standing: ({ area, until, drawnHere }: { area: string; until: string; drawnHere: boolean }) =>
    drawnHere
      ? `This panel was drawn for the area ${area}: it serves the area’s cases that begin until the ${until}.`
      : `These people sit because they were drawn for the area ${area}, whose cases they serve until the ${until}. Their conflicts were checked for this case; what stayed vacant was drawn for it alone.`,
  standingPanels: 'The panels of the areas',
  chairOf: 'chair',
  sending: 'One moment …',
  faults: { title: 'There is a problem', detail: 'Nothing was changed. Correct what is listed, then go on.' },
} as const
