// Written by `npm run shapes`: what each noun looks like in the table, as a hash of its schema.
export const shapes = {
  life: '0618053af8fa',
  ruleBook: '8a26159ed6c7',
  proposal: '90fefc15ec03',
  nomination: '129449b68477',
  conflicts: '91d4e4e4f864',
  panel: 'cf903fb8fd45',
  appraisal: 'b70a612a1b99',
  specification: '7b08840d0b2b',
  businessCase: '0ccfbdc8d09e',
  tender: 'a1c9f31f7e6f',
  compliance: 'f34661e26a94',
  evaluation: '3956cc609008',
  decision: 'a69a3b2973d3',
  afterAward: '3091b40bd83c',
  challenges: '26d8c77eb32a',
  meetings: '5f5eeedbbecc',
  markedPapers: '7e4a6b2cfa7f',
  draws: '72bbca81bad3',
  versions: 'cfee39ec0347',
  comments: '7961efe74337',
  workshops: '3a16fa647e23',
  scoreSheets: '8a9d4fde2d9e',
  letters: 'afcac5d93d6d',
}

/** What each looked like before: an item of a shape that is in neither was written by a newer version. */
export const earlier: Partial<Record<keyof typeof shapes, readonly string[]>> = {
  tender: ['bc2bcaeb8069'],
  compliance: ['d5c62d1bd1bf'],
  letters: ['54373e921e4d'],
}
