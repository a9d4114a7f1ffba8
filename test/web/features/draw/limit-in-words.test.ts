import { expect, test } from 'vitest'
import { changesInWords, countsInWords } from '../../../../web/features/draw/limit-in-words.ts'

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

test('what would give way is said of the limits themselves, whatever a skill is called', () => {
  const skill = { limit: 'min' as const, category: 'skill in ear and throat', feature: 'yes', from: 2, to: 1 }
  const gps = { limit: 'min' as const, category: 'profession', feature: 'gp', from: 3, to: 2 }
  expect(changesInWords([{ limit: 'size', from: 7, to: 6 }, gps, skill])).toBe(
    'a panel of 6 instead of 7, and at least 2 GPs instead of 3, and at least 1 skill in ear and throat instead of 2',
  )
})
