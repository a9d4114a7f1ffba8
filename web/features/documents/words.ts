export const words = {
  tooLarge: 'It is larger than 25 MB. Make it smaller, or save it as a PDF',
  fault: (name: string, fault: string) => `“${name}” cannot be sent. ${fault}`,
  problem: {
    title: 'There is a problem',
    detail: 'Nothing was sent. Correct these documents or choose others, then send again.',
  },
  fetch: (name: string) => `Open “${name}”`,
  save: (name: string) => `Save “${name}”`,
  label: 'Documents (optional)',
  hint: (types: string, most: number) => `Up to ${most} documents of up to 25 MB each: ${types}.`,
  remove: 'Remove',
  notSent:
    'These are sent together with what you write. If you leave or reload this page before that, choose them again.',
  tooMany: (most: number) => `Choose at most ${most} documents.`,
  sending: (name: string, sent: number) => `${name}: ${sent}% sent`,
} as const
