export const words = {
  title: 'Weighting workshop',
  intro:
    'Try sample tenders against the weights, and see how they would rank and what would change first place. None of it is binding: real tenders come later, and are sealed. A workshop that you keep goes on the record with its time, so that you can show later that it was held before the tender was published.',
  over: (when: string) =>
    `The tender was published on ${when}, so you can no longer try sample tenders. The workshops held before then are listed here.`,
  weights: (version: number) => `Weights of version ${version}`,
  weightsHint: 'Change them here to see what would happen. The version stays as it is.',
  weight: (title: string) => `Weight of “${title}”`,
  priceShare: 'Price share',
  samples: 'Sample tenders',
  samplesHint:
    'The examples are made up. Change them, or enter your own: a score from 0 to 5 on each criterion, and a price.',
  sample: (place: number, name: string) => `Sample ${place}: ${name}`,
  name: 'Name',
  price: 'Price, in pounds',
  score: (title: string) => `Score on “${title}”`,
  add: 'Add a sample',
  remove: (name: string) => `Remove “${name}”`,
  newSample: (place: number) => `Sample ${place}`,
  try: 'See how they rank',
  result: 'How they would rank',
  columns: { place: 'Place', name: 'Sample tender', quality: 'Quality', price: 'Price points', total: 'Total' },
  noPlace: 'None: below a minimum',
  terms: (name: string) => `Every term of “${name}”`,
  moves: 'What would change first place',
  noMoves: (farthest: number) =>
    `Moving any one weight by up to ${farthest} points, taken from or given to the others in proportion, would not put another sample first.`,
  move: (share: string, points: number, first: string) =>
    points > 0
      ? `With ${points} more ${points === 1 ? 'point' : 'points'} on ${share}, “${first}” would come first.`
      : `With ${-points} fewer ${points === -1 ? 'point' : 'points'} on ${share}, “${first}” would come first.`,
  movesHow:
    'Each weight was moved by whole points, taken from or given to the others in proportion to their own weights.',
  ofPrice: 'the price share',
  conclusion: 'What does the panel conclude from it?',
  conclusionHint: 'It goes on the record with the samples and the result.',
  keep: 'Keep this workshop on the record',
  kept: 'The workshop was kept on the record.',
  held: 'Workshops held',
  present: (who: string) => `Who was there: ${who}.`,
  heldAt: (number: number, when: string, who: string) => `Workshop ${number}, ${when}, kept by ${who}`,
  none: 'No workshops have been kept yet.',
  faults: {
    price: 'Enter a price in pounds, such as 180,000',
    score: 'Choose a score',
    weight: 'Enter a number of points, such as 12.5',
    conclusion: 'Say what the panel concludes from it',
  },
  choose: 'Choose',
} as const
