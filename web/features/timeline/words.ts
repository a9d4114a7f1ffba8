export const words = {
  title: 'Timeline',
  intro: 'Everything that happened, newest first. Every line stands on the record.',
  empty: 'Nothing has happened yet.',
  by: (who: string) => `By ${who}`,
  pages: 'Pages of the timeline',
  newer: 'Newer events',
  older: 'Older events',
  range: (first: number, last: number, all: number) => `Events ${first} to ${last} of ${all}`,
} as const
