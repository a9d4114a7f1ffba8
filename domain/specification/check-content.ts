import { exact } from '../evaluation/exact.ts'
import { type Content, missingFrom, totalPoints } from './content.ts'
import { priceExample } from './price-example.ts'

/** What a version still lacks, what its weights and price share come to, and its price formula worked through. */
export const checkContent = (content: Content) => ({
  missing: missingFrom(content),
  total: exact(totalPoints(content)),
  priceExample: priceExample(content.priceFormula, content.priceShare),
})
