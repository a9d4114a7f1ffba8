export const words = {
  intro:
    'These are the latest dates, if everyone takes all the time they have and nothing is sent back. Most steps end earlier. An extension makes them later.',
  caption: 'When each stage ends at the latest',
  stage: 'Stage',
  endsBy: 'Ends by',
  length: 'Time from now',
  award: (day: string) => `Forecast: an award by ${day} at the latest`,
} as const
