export const words = {
  notice: 'You are excluded from this case',
  why: (reason: string) => `This is because of a conflict of interest. ${reason}`,
  what: 'You see what the public sees, and nothing more, for as long as the reason applies. If you think this is wrong, write to the programme manager.',
  title: 'A case',
  caption: 'What the public sees',
  facts: { stage: 'Stage', status: 'Status', area: 'Area' },
  ended: (outcome: string, on: string) => `Ended ${on}: ${outcome}`,
  notPublic: 'Nothing about this case is public yet.',
  cases: 'All cases',
} as const
