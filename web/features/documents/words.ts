export const words = {
  tooLarge: 'This document is larger than 25 MB. Save it smaller, or as a PDF.',
  fetch: (name: string) => `Fetch “${name}”`,
  save: (name: string) => `Save “${name}”`,
  label: 'Documents (optional)',
  hint: (types: string, most: number) => `At most ${most}, up to 25 MB each: ${types}.`,
  remove: 'Remove',
  tooMany: (most: number) => `Choose at most ${most} documents.`,
  sending: (name: string, sent: number) => `${name}: ${sent} % sent`,
} as const
