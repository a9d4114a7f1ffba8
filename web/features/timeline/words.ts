export const words = {
  title: 'Timeline',
  intro: 'Everything that has happened, newest first. Every line is on the record.',
  sealed:
    'What providers do with their tenders is shown once the tender has closed. Until then, nobody knows how many there are.',
  empty: 'Nothing has happened yet.',
  by: (who: string, putOut = false) =>
    `By ${who}${putOut ? ', who was found to have a conflict of interest afterwards' : ''}`,
  pages: 'Pages of the timeline',
  newer: 'Newer events',
  older: 'Older events',
  range: (first: number, last: number, all: number) => `Events ${first} to ${last} of ${all}`,
} as const
