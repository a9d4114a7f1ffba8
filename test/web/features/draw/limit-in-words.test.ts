import { expect, test } from 'vitest'
import { countsInWords } from '../../../../web/features/draw/limit-in-words.ts'

test('what counts of somebody in the pool is said as people say it', () => {
  const facts = (...all: [string, string][]) => countsInWords(all)
  expect(facts(['experience', 'recent'], ['practice', 'practice 1'], ['profession', 'gp'])).toBe(
    'GP of practice 1, on a panel in the last 12 months',
  )
  expect(facts(['experience', 'none'], ['practice', 'practice 5'], ['profession', 'practice-manager'])).toBe(
    'practice manager of practice 5',
  )
  expect(facts(['profession', 'nurse'], ['skill in procurement', 'yes'], ['skill in finance', 'no'])).toBe(
    'nurse, skill in procurement',
  )
})
