export const words = {
  intro:
    'The latest dates, if everybody takes all the time they have and nothing goes back. Most steps end earlier; an extension makes them later.',
  caption: 'When each stage ends at the latest',
  stage: 'Stage',
  endsBy: 'Ends by',
  length: 'From now until then',
  award: (day: string) => `Forecast: an award by ${day} at the latest`,
} as const
