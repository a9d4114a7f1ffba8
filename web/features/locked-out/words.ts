export const words = {
  notice: 'You are excluded from this case',
  why: (reason: string) => `This is because of a conflict of interest. ${reason}`,
  what: 'You see what everybody sees, and nothing more, for as long as the reason stands. If you think that it is wrong, write to the programme manager.',
  title: 'A case',
  caption: 'What everybody sees',
  facts: { stage: 'Stage', status: 'How it stands', area: 'Area' },
  ended: (outcome: string, on: string) => `Ended ${on}: ${outcome}`,
  notPublic: 'Nothing of this case is public yet.',
  cases: 'All cases',
} as const
